import { notFound } from 'next/navigation';
import type { EfirmaDeDemo } from '#demo/autoridad/efirma-de-demo.ts';
import { EFIRMAS_DE_DEMO } from '#demo/autoridad/efirmas-de-demo.ts';
import { demoEfirmaZip, readEfirmaDeDemo } from '#demo/autoridad/ensure-efirmas-de-demo.ts';
import { type Averia, setAveria } from '#demo/averias.ts';
import type { listBandeja } from '#demo/bandeja/list-bandeja.ts';
import { foldersOf } from '#demo/folders.ts';
import * as reloj from '#demo/move-reloj.ts';
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

/** What the same ZIP has in it. */
export async function findEfirmaDeDemo(slug: string) {
  return readEfirmaDeDemo(foldersOf(await requireDemo()).efirmas, slug);
}

type Filtro = Omit<Parameters<typeof listBandeja>[0], 'datos'>;

/** What the embedded mail server and SMS endpoint received, newest first. */
export async function listMensajesDeBandeja(filtro: Filtro) {
  const datos = await requireDemo();
  return (await import('#demo/bandeja/list-bandeja.ts')).listBandeja({ datos, ...filtro });
}

/** Puts the portal's clock that much ahead; 0: back to what it is. */
export async function moveReloj(horas: number): Promise<void> {
  await requireDemo();
  await reloj.moveReloj(ownerUrl(), root(), horas * 3_600_000);
}

/** Breaks a part on purpose, or mends it: then what failed meanwhile is tried again. */
export async function setAveriaDeDemo(averia: Averia, isRota: boolean): Promise<void> {
  await requireDemo();
  setAveria(averia, isRota);
  if (!isRota) await reloj.retryQueue(ownerUrl());
}

/** For this machine alone, unless a setting says otherwise. Gives BUZON_DATOS. */
export async function requireDemo(): Promise<string> {
  const { esDemo, settings } = root();
  if (!esDemo || !(settings.demoAbierta || isLoopback(await findDireccion()))) notFound();
  return settings.datos;
}

/** Who may touch the queue, as at the start. */
function ownerUrl(): string {
  const { databaseUrl, databaseUrlDirecta, databaseUrlMigracion } = root().settings;
  return databaseUrlMigracion ?? databaseUrlDirecta ?? databaseUrl;
}

export type { EfirmaDeDemo };
