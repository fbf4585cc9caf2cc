import type { Metadata } from 'next';
import { Encabezado } from '#ui/components/encabezado/encabezado.tsx';
import { Indice } from '#ui/components/indice/indice.tsx';
import { Prosa } from '#ui/components/prosa/prosa.tsx';
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
    <Indice entradas={SECCIONES} encabezado={<Encabezado titulo="Ayuda" entradilla={<Entradilla />} />}>
      <Prosa>
        {SECCIONES.map(({ id, titulo, Texto }) => (
          <section key={id} aria-labelledby={id}>
            <h2 id={id}>{titulo}</h2>
            <Texto />
          </section>
        ))}
      </Prosa>
    </Indice>
  );
}

function Entradilla() {
  return <p>Cómo activar el Buzón IMSS en tres pasos y qué hacer si te detienes en alguno.</p>;
}
