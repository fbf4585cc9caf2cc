/** What somebody was writing, field by field. */
export type Escrito = readonly (readonly [nombre: string, valor: string])[];

interface Guardado {
  /** Milliseconds since 1970. */
  desde: number;
  iv: string;
  cifrado: string;
}

const PREFIJO = 'borrador-';
const VIGENCIA_MS = 24 * 3_600_000;
/** By which one that was forgotten while it was being written stays so. */
let turno = 0;
const enCamino = new Set<string>();
/** What is being forgotten is not found meanwhile. */
let olvido: Promise<unknown> = Promise.resolve();

/**
 * Keeps what is being written, instead of what was kept before. `duenio` is a secret of the pages of whoever writes, with the
 * name of the form: nobody else's page finds it, and without it the browser's storage has neither words nor whose they are.
 */
export async function keepEscrito(duenio: string, escrito: Escrito): Promise<void> {
  turno += 1;
  const propio = turno;
  const { nombre, llave } = await deriveFrom(duenio);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const cifrado = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, llave, bytesOf(JSON.stringify(escrito)));
  if (propio !== turno) return;
  const guardado: Guardado = { desde: Date.now(), iv: toBase64(iv), cifrado: toBase64(new Uint8Array(cifrado)) };
  withStorage((storage) => storage.setItem(nombre, JSON.stringify(guardado)));
}

/** What was kept less than a day ago, and since when; null where nothing was. */
export async function findEscrito(duenio: string): Promise<{ desde: Date; escrito: Escrito } | null> {
  forgetVencidos();
  await olvido;
  const { nombre, llave } = await deriveFrom(duenio);
  const guardado = readGuardado(withStorage((storage) => storage.getItem(nombre)));
  if (!guardado) return null;
  const { desde, iv, cifrado } = guardado;
  const text = await crypto.subtle
    .decrypt({ name: 'AES-GCM', iv: fromBase64(iv) }, llave, fromBase64(cifrado))
    .catch(() => null);
  return text && { desde: new Date(desde), escrito: JSON.parse(new TextDecoder().decode(text)) };
}

export async function forgetEscrito(duenio: string): Promise<void> {
  turno += 1;
  const { nombre } = await deriveFrom(duenio);
  withStorage((storage) => storage.removeItem(nombre));
}

/** Whoever's it is: what is a day old, and what cannot be read. */
export function forgetVencidos(): void {
  withStorage((storage) => {
    for (const nombre of Object.keys(storage))
      if (nombre.startsWith(PREFIJO) && !readGuardado(storage.getItem(nombre))) storage.removeItem(nombre);
  });
}

/** It was sent: what comes next says whether it was taken. */
export function noteEnvio(duenio: string): void {
  enCamino.add(duenio);
}

/** The page of an error, or that of signing in: what was sent is still only here. */
export function keepEnviados(): void {
  enCamino.clear();
}

/** A page of whoever sent it, without an error: it is where it was sent to. */
export function forgetEnviados(): void {
  if (enCamino.size > 0) olvido = Promise.all([...enCamino].map(forgetEscrito));
  enCamino.clear();
}

/** Only where a page came by an encrypted connection, or from this machine. */
export function canKeep(): boolean {
  return globalThis.crypto?.subtle !== undefined;
}

/** A browser may refuse its storage, or have no more of it: then nothing is kept. */
function withStorage<T>(use: (storage: Storage) => T): T | null {
  try {
    return use(localStorage);
  } catch {
    return null;
  }
}

function readGuardado(text: string | null): Guardado | null {
  try {
    const read = JSON.parse(text ?? 'null');
    const age = Date.now() - read.desde;
    return age >= 0 && age < VIGENCIA_MS ? read : null;
  } catch {
    return null;
  }
}

/** One half names it, the other opens it. */
async function deriveFrom(duenio: string): Promise<{ nombre: string; llave: CryptoKey }> {
  const bits = new Uint8Array(await crypto.subtle.digest('SHA-512', bytesOf(duenio)));
  const llave = await crypto.subtle.importKey('raw', bits.slice(32), 'AES-GCM', false, ['encrypt', 'decrypt']);
  return { nombre: PREFIJO + toBase64(bits.slice(0, 32)), llave };
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
}
