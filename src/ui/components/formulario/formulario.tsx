'use client';

import { type ComponentProps, createContext, type ReactNode, use } from 'react';
import { CAMPO_DE_MARCA } from './campo-de-marca.ts';

const Marca = createContext('');

/** Around a page of whoever is signed in: every `<Formulario>` inside says that it is theirs. */
export function FormulariosDe({ marca, children }: { marca: string; children: ReactNode }) {
  return <Marca value={marca}>{children}</Marca>;
}

/** It says whose page it stands on: where somebody else has signed in meanwhile the server does nothing with it. */
export function Formulario({ children, ...form }: ComponentProps<'form'>) {
  return (
    <form {...form}>
      <input type="hidden" name={CAMPO_DE_MARCA} value={use(Marca)} />
      {children}
    </form>
  );
}
