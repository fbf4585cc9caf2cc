import type { TextoDeSolicitud } from '#domain/solicitud/texto-de-solicitud.ts';
import { Prosa } from '#ui/components/prosa/prosa.tsx';

/** The whole legal text, as it is signed. */
export function TextoDeLaSolicitud({ texto }: { texto: TextoDeSolicitud }) {
  return (
    <section aria-labelledby="solicitud-titulo">
      <Prosa recuadro>
        <h2 id="solicitud-titulo">{texto.titulo}</h2>
        {texto.bloques.map(({ tipo, texto: contenido }) =>
          tipo === 'titulo' ? <h3 key={contenido}>{contenido}</h3> : <p key={contenido}>{contenido}</p>,
        )}
      </Prosa>
    </section>
  );
}
