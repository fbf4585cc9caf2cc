import { useEffect, useState } from 'react';

/** Anywhere on the page: beside a marked place a browser would open the file and leave. True while one is over it. */
export function useSoltar(alSoltar: (file: File | undefined) => Promise<void>): boolean {
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
