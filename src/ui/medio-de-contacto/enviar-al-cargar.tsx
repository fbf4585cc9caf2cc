'use client';

import { useEffect, useRef } from 'react';

/** Sends the form it stands in once the page has loaded: only script does it, so a scanner without one does not. */
export function EnviarAlCargar() {
  const marca = useRef<HTMLSpanElement>(null);
  useEffect(() => marca.current?.closest('form')?.requestSubmit(), []);
  return <span ref={marca} hidden />;
}
