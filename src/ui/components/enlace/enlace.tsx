'use client';

import { type ComponentProps, createContext, type ReactNode, use } from 'react';
import { canAbrir, type Facultades } from '#domain/representacion/acto.ts';
import { enBuzonDe } from '#domain/representacion/direccion.ts';

const Buzon = createContext<{ base: string; facultades?: Facultades }>({ base: '' });

/** Around the pages of a client's Buzón: every `<Enlace>` and `<Formulario>` inside stays in it, and leads only where its representative may go. */
export function EnBuzonDe({ children, ...buzon }: { base: string; facultades?: Facultades; children: ReactNode }) {
  return <Buzon value={buzon}>{children}</Buzon>;
}

/** An address of the Buzón, in that which one is in. */
export function useRuta(ruta: string): string {
  return enBuzonDe(use(Buzon).base, ruta);
}

/** What is of no use to whoever may not open that address. */
export function SiAbre({ href, children }: { href: string; children: ReactNode }) {
  return canAbrir(use(Buzon).facultades, href) && children;
}

/** The only way to write a link to a page of the Buzón: where it is closed, its words. Takes every attribute of `<a>`. */
export function Enlace({ href, children, ...atributos }: ComponentProps<'a'> & { href: string }) {
  const ruta = useRuta(href);
  if (!canAbrir(use(Buzon).facultades, href)) return children;
  return (
    <a {...atributos} href={ruta}>
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
