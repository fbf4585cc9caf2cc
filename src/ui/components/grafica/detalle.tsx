import type { ReactNode } from 'react';
import estilos from './grafica.module.css';

/** The table behind a chart: closed until it is asked for, and always there on paper. */
export function Detalle({ nombre, children }: { nombre: string; children: ReactNode }) {
  return (
    <details className={estilos.detalle}>
      <summary>Ver la tabla: {nombre}</summary>
      {children}
    </details>
  );
}
