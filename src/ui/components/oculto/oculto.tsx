import type { ReactNode } from 'react';
import estilos from './oculto.module.css';

/** Words for those who listen to the page: not drawn, but read. */
export function Oculto({ children }: { children: ReactNode }) {
  return <span className={estilos.oculto}>{children}</span>;
}
