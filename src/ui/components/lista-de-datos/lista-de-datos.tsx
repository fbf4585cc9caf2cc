import type { ReactNode } from 'react';
import estilos from './lista-de-datos.module.css';

/** What is written in it, or computed: `<Dato>` by `<Dato>`. */
export function ListaDeDatos({ datos = [], children }: Props) {
  return (
    <dl className={estilos.lista}>
      {children}
      {datos.map(({ termino, valor }) => (
        <Dato key={termino} termino={termino}>
          {valor}
        </Dato>
      ))}
    </dl>
  );
}
interface Props {
  datos?: readonly { termino: string; valor: ReactNode }[];
  children?: ReactNode;
}

export function Dato({ termino, children }: { termino: string; children: ReactNode }) {
  return (
    <div className={estilos.dato}>
      <dt>{termino}</dt>
      <dd>{children}</dd>
    </div>
  );
}
