import { diaEnCentro, formatDia } from '#domain/dia.ts';
import { Aviso } from '#ui/components/aviso/aviso.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import { Prosa } from '#ui/components/prosa/prosa.tsx';
import type { TextoDeSolicitud } from '#wording/solicitud/texto-de-solicitud.ts';

/** The whole legal text, as it is signed, with what is to be known of it; where there are several, which one it is. */
export function TextoDeLaSolicitud({ texto, cual }: { texto: TextoDeSolicitud; cual?: string }) {
  const id = `solicitud-${texto.version.replace(/[^\w-]/g, '-')}`;
  return (
    <section aria-labelledby={id}>
      <Pila>
        <Prosa recuadro>
          <h2 id={id}>{texto.titulo}</h2>
          {cual && (
            <p>
              <strong>
                {cual} Texto vigente desde el {formatDia(diaEnCentro(texto.vigenteDesde))}, versión {texto.version}.
              </strong>
            </p>
          )}
          {texto.bloques.map(({ tipo, texto: contenido }) =>
            tipo === 'titulo' ? <h3 key={contenido}>{contenido}</h3> : <p key={contenido}>{contenido}</p>,
          )}
        </Prosa>
        {texto.notas.length > 0 && (
          <Aviso tipo="nota" titulo="Nota al texto (no es parte de lo que se firma)">
            {texto.notas.map((nota) => (
              <p key={nota}>{nota}</p>
            ))}
          </Aviso>
        )}
      </Pila>
    </section>
  );
}
