import type { ReactNode } from 'react';
import estilos from './pila.module.css';

/** Blocks one under the other with the same distance: «amplia» between parts of a page, «normal» between fields. */
export function Pila({
  espacio = 'normal',
  children,
}: {
  espacio?: 'amplia' | 'normal' | 'junta';
  children: ReactNode;
}) {
  return (
    <div className={estilos.pila} data-espacio={espacio}>
      {children}
    </div>
  );
}
