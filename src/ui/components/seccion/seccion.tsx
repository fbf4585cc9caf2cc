import type { ReactNode } from 'react';
import { Pila } from '../pila/pila.tsx';

/** A part of a page under its own heading, which names it. */
export function Seccion({ id, titulo, children }: { id: string; titulo: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <Pila>
        <h2 id={id}>{titulo}</h2>
        {children}
      </Pila>
    </section>
  );
}
