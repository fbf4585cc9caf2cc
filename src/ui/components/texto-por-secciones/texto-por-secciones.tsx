import type { ComponentType } from 'react';
import { Encabezado } from '../encabezado/encabezado.tsx';
import { Prosa } from '../prosa/prosa.tsx';
import estilos from './texto-por-secciones.module.css';

/** A long page by sections, with a list of them: beside the text where there is room, before it on a phone. */
export function TextoPorSecciones({ titulo, entradilla, secciones }: Props) {
  return (
    <div className={estilos.pagina}>
      <div className={estilos.encabezado}>
        <Encabezado titulo={titulo} entradilla={<p>{entradilla}</p>} />
      </div>
      <Indice secciones={secciones} />
      <div className={estilos.texto}>
        <Prosa>
          {secciones.map(({ id, titulo, Texto }) => (
            <section key={id} aria-labelledby={id}>
              <h2 id={id}>{titulo}</h2>
              <Texto />
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
  /** `id` is the address of the section within the page: others link to it. */
  secciones: readonly { id: string; titulo: string; Texto: ComponentType }[];
}

function Indice({ secciones }: Pick<Props, 'secciones'>) {
  return (
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
  );
}
