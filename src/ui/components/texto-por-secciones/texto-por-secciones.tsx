import type { ReactElement, ReactNode } from 'react';
import { Encabezado } from '../encabezado/encabezado.tsx';
import prosa from './prosa.module.css';
import estilos from './texto-por-secciones.module.css';

/** A section of a long text. Its key is its address within the page: others link to it. */
export function Parte({ children }: PropsDeParte) {
  return children;
}
interface PropsDeParte {
  titulo: string;
  children: ReactNode;
}

/** A long page by sections, with a list of them: beside the text where there is room, before it on a phone. */
export function TextoPorSecciones({ titulo, entradilla, partes }: Props) {
  const secciones = partes.map((parte) => ({ id: String(parte.key), titulo: parte.props.titulo, parte }));
  return (
    <div className={estilos.pagina}>
      <div className={estilos.encabezado}>
        <Encabezado titulo={titulo} entradilla={<p>{entradilla}</p>} />
      </div>
      <nav className={estilos.indice} aria-labelledby="en-esta-pagina">
        <h2 className={estilos.titulo} id="en-esta-pagina">
          En esta página
        </h2>
        <ul>
          {secciones.map(({ id, titulo }) => (
            <li key={id}>
              <a href={`#${id}`}>{titulo}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div className={estilos.texto}>
        <Prosa>
          {secciones.map(({ id, titulo, parte }) => (
            <section key={id} aria-labelledby={id}>
              <h2 id={id}>{titulo}</h2>
              {parte}
            </section>
          ))}
        </Prosa>
      </div>
    </div>
  );
}
interface Props {
  titulo: string;
  entradilla: string;
  partes: readonly ReactElement<PropsDeParte>[];
}

/** Long text at a comfortable measure: headings, paragraphs and lists as they come. `recuadro` frames a legal text. */
export function Prosa({ recuadro, children }: { recuadro?: boolean; children: ReactNode }) {
  return (
    <div className={prosa.prosa} data-recuadro={recuadro ? '' : undefined}>
      {children}
    </div>
  );
}
