'use client';

import { useEffect } from 'react';
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

const CADA_MS = 3_000;

/** While the inbox is seen and nobody types in it, it shows what arrives by itself. */
export function VigilarBandeja({ ultimo, para = '' }: { ultimo: string; para?: string | undefined }) {
  useEffect(() => {
    const look = async () => {
      if (document.hidden || document.activeElement?.matches('input')) return;
      const answer = await fetch(`/demo/bandeja.json?${new URLSearchParams({ despues: ultimo, para })}`).catch(
        () => null,
      );
      if (answer?.ok && (await answer.text()) !== '[]') location.reload();
    };
    const timer = setInterval(look, CADA_MS);
    return () => clearInterval(timer);
  }, [ultimo, para]);
  return null;
}
