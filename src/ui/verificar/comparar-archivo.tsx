'use client';

import { type ChangeEvent, useEffect, useRef, useState } from 'react';
import { Aviso } from '#ui/components/aviso/aviso.tsx';
import campo from '#ui/components/campo/campo.module.css';
import { Campo } from '#ui/components/campo/campo.tsx';
import { useHydrated } from '#ui/use-hydrated.ts';
import estilos from './comparar-archivo.module.css';
import { huellaDe, isPdf, readSelloEnNavegador } from './sello-en-navegador.ts';

const MAX_MB = 50;

/** Hashed here, and only its SHA-256 is sent. Without script nothing can compute it: it says how else to verify. */
export function CompararArchivo({ accion, valor }: { accion: string; valor?: string }) {
  const isReady = useHydrated();
  const form = useRef<HTMLFormElement>(null);
  const archivo = useRef<HTMLInputElement>(null);
  const sello = useRef<HTMLInputElement>(null);
  const [fallo, setFallo] = useState<string | null>(null);

  async function compare(file: File | undefined): Promise<void> {
    setFallo(null);
    if (!file) return;
    if (file.size > MAX_MB * 1_000_000) {
      setFallo(`Ese archivo es demasiado grande para ser un acuse. Elige el PDF del acuse, de hasta ${MAX_MB} MB.`);
      return;
    }
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      if (!isPdf(bytes)) {
        setFallo(
          `${file.size === 0 ? 'Ese archivo está vacío' : 'Ese archivo no es un PDF'}: no es un acuse. Elige el PDF del acuse.`,
        );
        return;
      }
      if (archivo.current) archivo.current.value = await huellaDe(bytes);
      if (sello.current) sello.current.value = (await readSelloEnNavegador(bytes)) ?? '';
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
      <input ref={sello} type="hidden" name="sello" />
      <Campo
        id="documento"
        etiqueta="PDF del acuse"
        pista="Elígelo, o arrástralo a esta página. El archivo no sale de tu equipo: sólo se compara su huella."
      >
        <input
          id="documento"
          type="file"
          className={campo.control}
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

/** Anywhere on the page: beside a marked place a browser would open the file and leave. True while one is over it. */
function useSoltar(alSoltar: (file: File | undefined) => Promise<void>): boolean {
  const [isEncima, setIsEncima] = useState(false);
  useEffect(() => {
    const listeners = new AbortController();
    const listen = (event: 'dragover' | 'dragleave' | 'drop', run: (event: DragEvent) => void) => {
      const ofFiles = (dragged: DragEvent) => dragged.dataTransfer?.types.includes('Files') && run(dragged);
      window.addEventListener(event, ofFiles, { signal: listeners.signal });
    };
    listen('dragover', (event) => {
      event.preventDefault();
      setIsEncima(true);
    });
    listen('dragleave', ({ relatedTarget }) => relatedTarget === null && setIsEncima(false));
    listen('drop', (event) => {
      event.preventDefault();
      setIsEncima(false);
      void alSoltar(event.dataTransfer?.files[0]);
    });
    return () => listeners.abort();
  });
  return isEncima;
}
