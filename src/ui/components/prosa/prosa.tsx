import type { ReactNode } from 'react';
import estilos from './prosa.module.css';

/** Long text at a comfortable measure: headings, paragraphs and lists as they come. `recuadro` frames a legal text. */
export function Prosa({ recuadro, children }: { recuadro?: boolean; children: ReactNode }) {
  return (
    <div className={estilos.prosa} data-recuadro={recuadro ? '' : undefined}>
      {children}
    </div>
  );
}
