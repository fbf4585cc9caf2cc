import { ListaDeDatos } from '../components/lista-de-datos/lista-de-datos.tsx';

/** Section III of the guide, word for word. */
const GLOSARIO = [
  { termino: 'e.firma', valor: 'firma electrónica avanzada, emitida por el Servicio de Administración Tributaria.' },
  { termino: 'IMSS o Instituto', valor: 'Instituto Mexicano del Seguro Social.' },
  {
    termino: 'Particulares',
    valor:
      'Aquellas personas que no cuenten con registros patronales registrados ante el Instituto, pero que están interesadas en utilizar el Buzón IMSS.',
  },
  {
    termino: 'Patrones IMSS',
    valor: 'Las personas físicas o morales que cuentan con Registros Patronales registrados ante el Instituto.',
  },
  { termino: 'RFC', valor: 'Registro Federal de Contribuyentes.' },
  {
    termino: 'RP',
    valor:
      'Registro Patronal, clave alfanumérica que asigna el Instituto a un patrón cuando realiza el registro ante el Instituto, por su(s) centro(s) de trabajo.',
  },
  { termino: 'SAT', valor: 'Servicio de Administración Tributaria.' },
] as const;

export function Glosario() {
  return <ListaDeDatos datos={GLOSARIO} />;
}
