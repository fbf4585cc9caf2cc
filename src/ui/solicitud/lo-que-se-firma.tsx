import type { TextoDeSolicitud } from '#wording/solicitud/texto-de-solicitud.ts';
import { NotasAlTexto } from './notas-al-texto.tsx';

/** Beside «Firma digital»: which text it signs, and what is to be known of it. */
export function LoQueSeFirma({ texto }: { texto: TextoDeSolicitud }) {
  return (
    <>
      <p>
        Firmas la «{texto.titulo}», versión {texto.version}. <a href="/buzon/activacion">Léela de nuevo</a>.
      </p>
      <NotasAlTexto notas={texto.notas} />
    </>
  );
}
