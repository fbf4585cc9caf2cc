import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Campo } from './campo.ts';

export type CampoDeArchivo = 'certificado' | 'llave';

/** Several files at once are told apart by content, and a swapped pair changes places; one file alone stays. */
export function useArchivos(campos: CamposDeEfirma) {
  const [nombres, setNombres] = useState<Record<CampoDeArchivo, string>>({ certificado: '', llave: '' });
  const [areIntercambiados, setIntercambiados] = useState(false);
  const placing = useRef<Promise<void>>(Promise.resolve());
  const refresh = () =>
    setNombres({ certificado: fileIn(campos.certificado)?.name ?? '', llave: fileIn(campos.llave)?.name ?? '' });

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for files chosen before the script was ready
  useEffect(refresh, []);

  function place(files: File[], chosenIn?: CampoDeArchivo): void {
    const isToSort = files.length > 1 || (files.length === 1 && !chosenIn);
    setIntercambiados(false);
    placing.current = settle(campos, isToSort ? files : [])
      .then((isSwap) => setIntercambiados((before) => before || isSwap), ignore)
      .then(refresh);
    refresh();
  }
  return { nombres, areIntercambiados, place, whenPlaced: () => placing.current };
}

/** Read when a button is pressed: a password in React's state would be kept in copies that nothing can clear. */
export type CamposDeEfirma = Record<Campo, RefObject<HTMLInputElement | null>>;

export function useCampos(): CamposDeEfirma {
  return {
    rfc: useRef<HTMLInputElement>(null),
    certificado: useRef<HTMLInputElement>(null),
    llave: useRef<HTMLInputElement>(null),
    contrasena: useRef<HTMLInputElement>(null),
  };
}

export function fileIn(campo: RefObject<HTMLInputElement | null>): File | undefined {
  return campo.current?.files?.[0];
}

async function settle(campos: CamposDeEfirma, unsorted: File[]): Promise<boolean> {
  const { readRfc, sortFiles, wereSwapped } = await import('./chosen-files.ts');
  if (unsorted.length > 0) {
    const { certificado, llave } = await sortFiles(unsorted);
    putFile(campos.certificado, certificado);
    putFile(campos.llave, llave);
  }
  const [first, second] = [fileIn(campos.certificado), fileIn(campos.llave)];
  const isSwap = first !== undefined && second !== undefined && (await wereSwapped(first, second));
  if (isSwap) {
    putFile(campos.certificado, second);
    putFile(campos.llave, first);
  }
  const certificado = fileIn(campos.certificado);
  const rfc = certificado && campos.rfc.current?.value === '' ? await readRfc(certificado) : null;
  if (rfc && campos.rfc.current?.value === '') campos.rfc.current.value = rfc;
  return isSwap;
}

function putFile({ current: input }: RefObject<HTMLInputElement | null>, file: File | undefined): void {
  if (!input || !file) return;
  const transfer = new DataTransfer();
  transfer.items.add(file);
  input.files = transfer.files;
}

/** Sorting is a convenience: without it the files stay where they were put, and signing judges them. */
function ignore(): void {}
