'use client';

import { type ChangeEvent, type FormEvent, useState } from 'react';
import { ADJUNTO_MAXIMO_BYTES } from '#domain/adjunto/tamano.ts';
import { MENSAJES_DE_ACLARACION } from '#wording/mensajes/mensajes-aclaracion.ts';

/** Keeps a file that is too large from being sent: it would take minutes to learn what is known at once. */
export function useArchivoGrande() {
  const [isGrande, setGrande] = useState(false);
  const [intentos, setIntentos] = useState(0);
  const mensaje = isGrande ? MENSAJES_DE_ACLARACION.ADJUNTO_DEMASIADO_GRANDE : null;
  return {
    mensaje,
    /** How often it was tried to be sent; the summary of errors comes with the first. */
    intentos: isGrande ? intentos : 0,
    onChange: ({ target }: ChangeEvent<HTMLInputElement>) => {
      setGrande((target.files?.[0]?.size ?? 0) > ADJUNTO_MAXIMO_BYTES);
      setIntentos(0);
    },
    onSubmit: (event: FormEvent) => {
      if (!isGrande) return;
      event.preventDefault();
      setIntentos((count) => count + 1);
    },
  };
}
