/** The guide's greeting: «Estimado Patrón:» for who has registros patronales in force. */
export function Saludo({ isPatron }: { isPatron: boolean }) {
  return (
    <>
      <p>{isPatron ? 'Estimado Patrón:' : 'Estimado Usuario:'}</p>
      <p>
        En esta sección podrás consultar y actualizar tus medios de contacto asociados a tu RFC y Registros Patronales
      </p>
      <p>¡El IMSS se moderniza para ti!</p>
    </>
  );
}
