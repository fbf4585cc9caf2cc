import { type RefObject, useRef } from 'react';
import type { Campo } from './campo.ts';

/** Read when a button is pressed: a password in React's state would be kept in copies that nothing can clear. */
export type CamposDeEfirma = Record<Campo, RefObject<HTMLInputElement | null>>;

export function useCampos(): CamposDeEfirma {
  return {
    rfc: useRef<HTMLInputElement>(null),
    certificado: useRef<HTMLInputElement>(null),
    llave: useRef<HTMLInputElement>(null),
    contrasena: useRef<HTMLInputElement>(null),
  };
}

export function fileIn(campo: RefObject<HTMLInputElement | null>): File | undefined {
  return campo.current?.files?.[0];
}
