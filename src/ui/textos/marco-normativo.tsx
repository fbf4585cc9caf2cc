/** Section II of the guide, word for word, the Reglas that its acuses and its Carta cite, and that later ones exist. */
export function MarcoNormativo() {
  return (
    <>
      <ul>
        <li>Ley del Seguro Social</li>
        <li>
          Acuerdo ACDO.AS2.HCT.240620/170.P.DIR, dictado por el H. Consejo Técnico del Instituto Mexicano del Seguro
          Social, en sesión de 24 de junio de 2020, y su Anexo Único, por el que se aprueban los Lineamientos generales
          para el uso del Buzón IMSS, publicado en el Diario Oficial de la Federación el 9 de julio de 2020.
        </li>
        <li>
          Acuerdo ACDO.AS2.HCT.270422/106.P.DIR, por el que se autorizó la modificación de los «Lineamientos generales
          para el uso del Buzón IMSS», publicado en el Diario Oficial de la Federación el 22 de septiembre de 2022.
        </li>
        <li>
          «Reglas de Carácter General para el uso de la Firma Electrónica Avanzada, cuyo certificado digital sea emitido
          por el Servicio de Administración Tributaria, en los actos que se realicen ante el Instituto Mexicano del
          Seguro Social», Acuerdo ACDO.SA2.HCT.280813/234.P.DIR, publicadas en el Diario Oficial de la Federación el 14
          de noviembre de 2013.
        </li>
      </ul>
      <p>
        Estos son los textos de 2022; desde el 6 de agosto de 2024 rigen otros (Acuerdo ACDO.AS2.HCT.230724/261.P.DIR),
        que este portal no reproduce.
      </p>
    </>
  );
}
