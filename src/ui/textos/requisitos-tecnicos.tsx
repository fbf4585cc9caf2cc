/** What a person's device needs. The versions are those that the portal's own scripts run on. */
export function RequisitosTecnicos() {
  return (
    <ul>
      <li>
        Un navegador al día, en computadora, tableta o teléfono: Chrome, Edge o Firefox 111 o posterior, o Safari 16.4 o
        posterior.
      </li>
      <li>
        JavaScript, solo para usar tu e.firma (ingresar y firmar): la firma se hace dentro de tu navegador. Las demás
        pantallas funcionan sin él.
      </li>
      <li>Cookies de este sitio, para mantener tu sesión abierta. No hay cookies de terceros.</li>
      <li>
        Tus archivos de la e.firma en ese mismo dispositivo: el certificado (<code>.cer</code>) y la llave privada (
        <code>.key</code>).
      </li>
      <li>Un programa que abra archivos PDF, para leer y guardar tus acuses.</li>
    </ul>
  );
}
