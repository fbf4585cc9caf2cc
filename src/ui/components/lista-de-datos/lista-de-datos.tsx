import type { ReactNode } from 'react';
import estilos from './lista-de-datos.module.css';

export function ListaDeDatos({ datos }: { datos: readonly { termino: string; valor: ReactNode }[] }) {
  return (
    <dl className={estilos.lista}>
      {datos.map(({ termino, valor }) => (
        <div className={estilos.dato} key={termino}>
          <dt>{termino}</dt>
          <dd>{valor}</dd>
        </div>
      ))}
    </dl>
  );
}
