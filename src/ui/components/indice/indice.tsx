import type { ReactNode } from 'react';
import estilos from './indice.module.css';

/** A long page with the list of its sections: beside the text where there is room, before it on a phone. */
export function Indice({ encabezado, entradas, children }: Props) {
  return (
    <div className={estilos.pagina}>
      <div className={estilos.encabezado}>{encabezado}</div>
      <nav className={estilos.indice} aria-labelledby="en-esta-pagina">
        <h2 className={estilos.titulo} id="en-esta-pagina">
          En esta página
        </h2>
        <ul>
          {entradas.map(({ id, titulo }) => (
            <li key={id}>
              <a href={`#${id}`}>{titulo}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div className={estilos.texto}>{children}</div>
    </div>
  );
}
interface Props {
  encabezado: ReactNode;
  entradas: readonly { id: string; titulo: string }[];
  children: ReactNode;
}
