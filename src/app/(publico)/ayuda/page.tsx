import { TextoPorSecciones } from '#ui/components/texto-por-secciones/texto-por-secciones.tsx';
import { AYUDA } from '#ui/textos/ayuda.tsx';

export const metadata = { title: 'Ayuda' };

export default function AyudaPage() {
  return (
    <TextoPorSecciones
      titulo="Ayuda"
      entradilla="Cómo activar el Buzón IMSS en tres pasos y qué hacer si te detienes en alguno."
      partes={AYUDA}
    />
  );
}
