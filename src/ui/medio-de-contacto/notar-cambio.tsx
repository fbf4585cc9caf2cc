'use client';

import { useEffect, useRef } from 'react';
import { useRuta } from '#ui/components/enlace/enlace.tsx';

const CADA_MS = 4_000;
/** A quarter of an hour: as long as the session lives without its titular. */
const VECES = 225;

/** While the page is looked at and nothing is being typed, sends the form it stands in once the server names its folio no more. */
export function NotarCambio({ folio }: { folio: string }) {
  const direccion = useRuta('/buzon/medios-de-contacto/por-validar');
  const marca = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    let veces = 0;
    const look = async () => {
      veces += 1;
      if (veces >= VECES) clearInterval(timer);
      if (document.hidden) return;
      const answer = await fetch(direccion, { headers: { 'x-buzon-mirada': '1' } }).catch(() => null);
      if (answer?.status !== 200 || (await answer.text()).includes(folio) || isBusy()) return;
      clearInterval(timer);
      marca.current?.closest('form')?.requestSubmit();
    };
    const timer = setInterval(look, CADA_MS);
    return () => clearInterval(timer);
  }, [direccion, folio]);
  return <span ref={marca} hidden />;
}

/** What is half typed or chosen, or asked in a window, is not taken away. */
function isBusy(): boolean {
  if (document.activeElement?.matches('input, select, textarea')) return true;
  const fields = [...document.querySelectorAll<HTMLInputElement>('input:not([type=hidden])')];
  return document.querySelector('dialog[open]') !== null || fields.some((each) => each.value !== each.defaultValue);
}
