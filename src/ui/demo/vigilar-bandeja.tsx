'use client';

import { useEffect } from 'react';

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
