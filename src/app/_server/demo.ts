import { notFound } from 'next/navigation';
import type { EfirmaDeDemo } from '#demo/autoridad/efirma-de-demo.ts';
import { EFIRMAS_DE_DEMO } from '#demo/autoridad/efirmas-de-demo.ts';
import { demoEfirmaZip } from '#demo/autoridad/read-efirma-de-demo.ts';
import { listBandeja, type MensajeDeBandeja } from '#demo/bandeja/list-bandeja.ts';
import { foldersOf } from '#demo/folders.ts';
import { root } from './root.ts';

/** What the pages and handlers of the demo show. In produccion each of these is a 404: the addresses do not exist. */
export function listEfirmasDeDemo(): readonly EfirmaDeDemo[] {
  requireDemo();
  return EFIRMAS_DE_DEMO;
}

/** The ZIP of one demo e.firma, or null when there is none of that name. */
export function findEfirmaZip(slug: string): Promise<Buffer | null> {
  return demoEfirmaZip(foldersOf(requireDemo()).efirmas, slug);
}

/** What the embedded mail server and SMS endpoint received, newest first. */
export function listMensajesDeBandeja(para?: string): Promise<MensajeDeBandeja[]> {
  return listBandeja({ datos: requireDemo(), para: para || undefined });
}

function requireDemo(): string {
  if (!root().esDemo) notFound();
  return root().settings.datos;
}

export type { EfirmaDeDemo };
