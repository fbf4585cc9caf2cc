'use client';

import { type ChangeEvent, useRef, useState } from 'react';
import { Aviso } from '../components/aviso/aviso.tsx';
import { Campo } from '../components/campo/campo.tsx';
import { useHydrated } from '../use-hydrated.ts';
import estilos from './comparar-archivo.module.css';
import { useSoltar } from './use-soltar.ts';

const MAX_MB = 50;

/** Hashed here, and only its SHA-256 is sent. Without script nothing can compute it: it says how else to verify. */
export function CompararArchivo({ accion, valor }: { accion: string; valor?: string }) {
  const isReady = useHydrated();
  const form = useRef<HTMLFormElement>(null);
  const archivo = useRef<HTMLInputElement>(null);
  const [fallo, setFallo] = useState<string | null>(null);

  async function compare(file: File | undefined): Promise<void> {
    setFallo(null);
    if (!file) return;
    if (file.size > MAX_MB * 1_000_000) {
      setFallo(`Ese archivo es demasiado grande para ser un acuse. Elige el PDF del acuse, de hasta ${MAX_MB} MB.`);
      return;
    }
    try {
      if (archivo.current)
        archivo.current.value = toHex(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
      form.current?.requestSubmit();
    } catch {
      setFallo('No se pudo leer el archivo. Elígelo de nuevo, o escribe el folio y el valor de verificación.');
    }
  }

  const isEncima = useSoltar(compare);
  return (
    <form ref={form} action={accion} method="get" className={estilos.zona} data-encima={isEncima ? '' : undefined}>
      {fallo && <Aviso tipo="error">{fallo}</Aviso>}
      {valor && <input type="hidden" name="v" value={valor} />}
      <input ref={archivo} type="hidden" name="archivo" />
      <Campo
        id="documento"
        etiqueta="PDF del acuse"
        pista="Elígelo, o arrástralo a esta página. El archivo no sale de tu equipo: sólo se compara su huella."
      >
        <input
          id="documento"
          type="file"
          accept="application/pdf"
          aria-describedby="documento-pista"
          disabled={!isReady}
          onChange={(event: ChangeEvent<HTMLInputElement>) => compare(event.target.files?.[0])}
        />
      </Campo>
      <noscript>
        <p>Para comparar el PDF se necesita JavaScript. También puedes escribir el folio y el valor de verificación.</p>
      </noscript>
    </form>
  );
}

function toHex(digest: ArrayBuffer): string {
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
