'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { useHydrated } from '../use-hydrated.ts';

interface Efirma {
  rfc: string;
  contrasena: string;
  cer: string;
  key: string;
}

/**
 * Fills the e.firma form inside as a person would, with the files of the demo, and presses Enter. Whoever came back to the page
 * presses by themselves.
 */
export function CargarEfirma({ efirma, children }: { efirma: Efirma; children: ReactNode }) {
  const isReady = useHydrated();
  const marco = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isReady && marco.current) fill(marco.current, efirma);
  }, [isReady, efirma]);
  return <div ref={marco}>{children}</div>;
}

function fill(marco: HTMLElement, { rfc, contrasena, cer, key }: Efirma): void {
  const campo = (nombre: string) => marco.querySelector<HTMLInputElement>(`#efirma-${nombre}`);
  putFile(campo('certificado'), cer, 'efirma.cer');
  putFile(campo('llave'), key, 'efirma.key');
  put(campo('rfc'), rfc);
  put(campo('contrasena'), contrasena);
  const [visita] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (visita?.type === 'back_forward') return;
  campo('contrasena')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
}

function put(campo: HTMLInputElement | null, valor: string): void {
  if (campo) campo.value = valor;
}

function putFile(campo: HTMLInputElement | null, base64: string, nombre: string): void {
  if (!campo) return;
  const transfer = new DataTransfer();
  transfer.items.add(new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], nombre));
  campo.files = transfer.files;
  campo.dispatchEvent(new Event('change', { bubbles: true }));
}
