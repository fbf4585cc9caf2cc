'use client';

import { createContext, type ReactNode, use, useEffect } from 'react';
import { forgetEnviados, forgetVencidos } from '../borrador/escritos.ts';
import { VolverAlLugar } from '../ventana/volver-al-lugar.tsx';

const Marca = createContext('');

/** Around a page of whoever is signed in: every `<Formulario>` inside says that it is theirs. */
export function FormulariosDe({ marca, children }: { marca: string; children: ReactNode }) {
  useEffect(forgetVencidos, []);
  // With every page that follows, after what is in it said whether there was an error.
  useEffect(forgetEnviados);
  return (
    <Marca value={marca}>
      {children}
      <VolverAlLugar />
    </Marca>
  );
}

/** Whose page it is; empty where nobody is signed in. */
export function useMarca(): string {
  return use(Marca);
}
