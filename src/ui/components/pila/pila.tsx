import type { ReactNode } from 'react';
import estilos from './pila.module.css';

/**
 * Blocks one under the other with the same distance: «amplia» between parts of a page, «normal» between fields. On a wide screen
 * side by side those that can be done in either order.
 */
export function Pila({
  espacio = 'normal',
  aLoAncho = false,
  children,
}: {
  espacio?: 'amplia' | 'normal' | 'junta';
  aLoAncho?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={estilos.pila} data-espacio={espacio} data-a-lo-ancho={aLoAncho || undefined}>
      {children}
    </div>
  );
}
