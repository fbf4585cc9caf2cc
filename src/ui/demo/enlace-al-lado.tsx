'use client';

import { BotonEnlace } from '../components/boton/boton.tsx';

const ANCHO = 480;

/** Opens in a narrow window beside this one where there is room, else in another tab; the next press comes back to it. */
export function EnlaceAlLado({ href, children }: { href: string; children: string }) {
  return (
    <BotonEnlace
      href={href}
      target="bandeja"
      variante="secundario"
      icono="correo"
      onClick={(event) => {
        if (innerWidth < 2 * ANCHO) return;
        event.preventDefault();
        open(
          href,
          'bandeja',
          `popup,width=${ANCHO},height=${screen.availHeight},left=${screen.availWidth - ANCHO}`,
        )?.focus();
      }}
    >
      {children}
    </BotonEnlace>
  );
}
