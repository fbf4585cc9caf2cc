import type { Metadata } from 'next';
import { TextoPorSecciones } from '#ui/components/texto-por-secciones/texto-por-secciones.tsx';
import { CanalesDeAtencion } from '#ui/textos/canales-de-atencion.tsx';
import { Glosario } from '#ui/textos/glosario.tsx';
import { MarcoNormativo } from '#ui/textos/marco-normativo.tsx';
import { MensajesQueNoLlegan } from '#ui/textos/mensajes-que-no-llegan.tsx';
import { ProblemasConLaEfirma } from '#ui/textos/problemas-con-la-efirma.tsx';
import { RequisitosTecnicos } from '#ui/textos/requisitos-tecnicos.tsx';
import { TresPasosExplicados } from '#ui/textos/tres-pasos.tsx';

export const metadata: Metadata = { title: 'Ayuda' };

const SECCIONES = [
  { id: 'pasos', titulo: 'Los tres pasos', Texto: TresPasosExplicados },
  { id: 'mensajes', titulo: 'Si un mensaje no llega', Texto: MensajesQueNoLlegan },
  { id: 'efirma', titulo: 'Si tu e.firma no es aceptada', Texto: ProblemasConLaEfirma },
  { id: 'canales', titulo: 'Soporte y atención', Texto: CanalesDeAtencion },
  { id: 'requisitos-tecnicos', titulo: 'Requisitos técnicos', Texto: RequisitosTecnicos },
  { id: 'glosario', titulo: 'Glosario', Texto: Glosario },
  { id: 'marco-normativo', titulo: 'Marco normativo', Texto: MarcoNormativo },
] as const;

export default function AyudaPage() {
  return (
    <TextoPorSecciones
      titulo="Ayuda"
      entradilla="Cómo activar el Buzón IMSS en tres pasos y qué hacer si te detienes en alguno."
      secciones={SECCIONES}
    />
  );
}
