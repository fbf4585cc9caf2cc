'use client';

import { type ComponentProps, createContext, type ReactNode, use } from 'react';
import { enBuzonDe } from '#domain/representacion/direccion.ts';

const Base = createContext('');

/** Around the pages of a client's Buzón: every `<Enlace>` and `<Formulario>` inside stays in it. */
export function EnBuzonDe({ base, children }: { base: string; children: ReactNode }) {
  return <Base value={base}>{children}</Base>;
}

/** An address of the Buzón, in that which one is in. */
export function useRuta(ruta: string): string {
  return enBuzonDe(use(Base), ruta);
}

/** The only way to write a link to a page of the Buzón. Takes every attribute of `<a>`. */
export function Enlace({ href, children, ...atributos }: ComponentProps<'a'> & { href: string }) {
  return (
    <a {...atributos} href={useRuta(href)}>
      {children}
    </a>
  );
}

/** The same for a form that only goes there. */
export function FormularioQueVa({ action, children, ...atributos }: ComponentProps<'form'> & { action: string }) {
  return (
    <form {...atributos} method="get" action={useRuta(action)}>
      {children}
    </form>
  );
}
