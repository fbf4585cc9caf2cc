import type { TextoDeSolicitud } from '#wording/solicitud/texto-de-solicitud.ts';
import { TextoDeLaSolicitud } from './texto-de-la-solicitud.tsx';

/** Beside «Firma digital»: which text it signs, and what is to be known of it. */
export function LoQueSeFirma({ texto }: { texto: TextoDeSolicitud }) {
  return (
    <>
      <p>
        Firmas la «{texto.titulo}», versión {texto.version}. Con tu firma tu Buzón IMSS queda activo.
      </p>
      <details>
        <summary>Leer aquí el texto que firmas</summary>
        <TextoDeLaSolicitud texto={texto} />
      </details>
    </>
  );
}
