import { notFound } from 'next/navigation';
import type { EfirmaDeDemo } from '#demo/autoridad/efirma-de-demo.ts';
import { EFIRMAS_DE_DEMO } from '#demo/autoridad/efirmas-de-demo.ts';
import { demoEfirmaZip } from '#demo/autoridad/read-efirma-de-demo.ts';
import { listBandeja, type MensajeDeBandeja } from '#demo/bandeja/list-bandeja.ts';
import { foldersOf } from '#demo/folders.ts';
import { findDireccion, isLoopback } from '../_request/find-direccion.ts';
import { root } from './root.ts';

/**
 * What the pages and handlers of the demo show. In produccion, and for whoever is not on this machine unless
 * BUZON_DEMO_ABIERTA says so, each of these is a 404: the addresses do not exist.
 */
export async function listEfirmasDeDemo(): Promise<readonly EfirmaDeDemo[]> {
  await requireDemo();
  return EFIRMAS_DE_DEMO;
}

/** The ZIP of one demo e.firma, or null when there is none of that name. */
export async function findEfirmaZip(slug: string): Promise<Buffer | null> {
  return demoEfirmaZip(foldersOf(await requireDemo()).efirmas, slug);
}

/** What the embedded mail server and SMS endpoint received, newest first. */
export async function listMensajesDeBandeja(para?: string): Promise<MensajeDeBandeja[]> {
  return listBandeja({ datos: await requireDemo(), para: para || undefined });
}

/** For this machine alone, unless a setting says otherwise. Gives BUZON_DATOS. */
export async function requireDemo(): Promise<string> {
  const { esDemo, settings } = root();
  if (!esDemo || !(settings.demoAbierta || isLoopback(await findDireccion()))) notFound();
  return settings.datos;
}

export type { EfirmaDeDemo };
