import { ListaDeDatos } from '../components/lista-de-datos/lista-de-datos.tsx';

const PROBLEMAS = [
  {
    termino: 'Está vencida o fue revocada',
    valor: 'Renuévala o tramítala ante el SAT. Aquí solo se acepta una e.firma vigente.',
  },
  {
    termino: 'Es un certificado de sello digital (CSD)',
    valor: 'El CSD es para facturar y no sirve para firmar trámites. Elige los archivos de tu e.firma.',
  },
  {
    termino: 'Los archivos no son pareja',
    valor: 'El certificado termina en .cer y la llave privada en .key. Los dos deben ser de la misma e.firma.',
  },
  {
    termino: 'Un archivo está dañado o su formato no se admite',
    valor: 'Elige los originales: el .cer se descarga en CertiSAT; el .key es el que se creó al tramitar tu e.firma.',
  },
  {
    termino: 'La contraseña no abre la llave privada',
    valor:
      'Es la de la llave privada, no la del portal del SAT. Distingue mayúsculas de minúsculas y cuenta los espacios.',
  },
  {
    termino: 'El RFC no es el del certificado',
    valor: 'Escribe el RFC de quien es titular de la e.firma; en una persona moral, el de la empresa.',
  },
] as const;

export function ProblemasConLaEfirma() {
  return <ListaDeDatos datos={PROBLEMAS} />;
}
