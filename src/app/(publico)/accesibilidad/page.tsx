import { TextoPorSecciones } from '#ui/components/texto-por-secciones/texto-por-secciones.tsx';
import { DECLARACION_DE_ACCESIBILIDAD } from '#ui/textos/declaracion-de-accesibilidad.tsx';

export const metadata = { title: 'Accesibilidad' };

export default function AccesibilidadPage() {
  return (
    <TextoPorSecciones
      titulo="Accesibilidad"
      entradilla="Queremos que cualquier persona pueda activar su Buzón. Este portal sigue las Pautas de Accesibilidad para el Contenido Web (WCAG) 2.2 en su nivel AA."
      partes={DECLARACION_DE_ACCESIBILIDAD}
    />
  );
}
