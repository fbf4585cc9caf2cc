'use client';

import { useEffect, useRef } from 'react';

/** Tells the portal that the page ran: most of what opens links only to look at them does not. Sends no data. */
export function DecirQueSeAbrio({ direccion, aperturaId }: { direccion: string; aperturaId: string }) {
  useEffect(() => {
    // Nobody waits for it, and nobody has to know that it failed.
    fetch(direccion, { method: 'POST', body: aperturaId, keepalive: true }).catch(() => undefined);
  }, [direccion, aperturaId]);
  return null;
}

/** Sends the form it stands in once the page has loaded: only script does it, so a scanner without one does not. */
export function EnviarAlCargar() {
  const marca = useRef<HTMLSpanElement>(null);
  useEffect(() => marca.current?.closest('form')?.requestSubmit(), []);
  return <span ref={marca} hidden />;
}
