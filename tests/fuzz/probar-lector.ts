import { writeSync } from 'node:fs';
import fc from 'fast-check';
import { readCorpus } from './corpus.ts';
import { juzgar } from './juzgar.ts';
import type { Lector } from './lector.ts';
import { type Mutacion, mutaciones, mutar } from './mutar.ts';

export interface Prueba {
  semilla: number;
  /** As many as that, or until the time is over. */
  veces: number;
  ms: number;
  conLoDeFuera: boolean;
  /** Where the input that is being read is kept, for when nobody comes back from it. */
  pendiente: number | null;
  tell(veces: number): void;
}

export interface Resultado {
  nombre: string;
  veces: number;
  /** What was wrong, and the smallest input that was found for it; or null. */
  falla: { motivo: string; entrada: Buffer } | null;
}

const AVISAR_CADA_MS = 500;

/** Mutates what a reader begins from, and judges each call. */
export async function probarLector(lector: Lector, prueba: Prueba): Promise<Resultado> {
  const bases = readCorpus(lector.corpus, prueba.conLoDeFuera);
  let veces = 0;
  let told = Date.now();
  const property = fc.asyncProperty(mutaciones(bases.length), async (mutacion) => {
    veces += 1;
    if (Date.now() - told > AVISAR_CADA_MS) prueba.tell(veces);
    if (Date.now() - told > AVISAR_CADA_MS) told = Date.now();
    const { asked, bytes } = make(lector, bases, mutacion);
    if (prueba.pendiente !== null) keep(prueba.pendiente, bytes);
    await juzgar(lector, asked);
  });
  const details = await fc.check(property, {
    seed: prueba.semilla,
    numRuns: prueba.veces,
    interruptAfterTimeLimit: prueba.ms,
  });
  const mutacion = details.counterexample?.[0];
  if (!details.failed || !mutacion) return { nombre: lector.nombre, veces, falla: null };
  const { errorInstance } = details;
  const motivo =
    errorInstance instanceof Error ? `${errorInstance.name}: ${errorInstance.message}` : String(errorInstance);
  const { stack = '' } = errorInstance as Error;
  const lugar =
    stack
      .split('\n')
      .find((line) => line.includes('/src/'))
      ?.trim() ?? '';
  return {
    nombre: lector.nombre,
    veces,
    falla: { motivo: `${motivo} ${lugar}`.trim(), entrada: make(lector, bases, mutacion).bytes },
  };
}

function make({ corpus, maximo }: Lector, bases: readonly Uint16Array[], mutacion: Mutacion) {
  const units = mutar(bases, mutacion, maximo);
  if (!corpus.startsWith('textos/')) {
    const bytes = Buffer.from(Uint8Array.from(units));
    return { asked: new Uint8Array(bytes), bytes };
  }
  const bytes = Buffer.from(units.buffer, units.byteOffset, units.byteLength);
  return { asked: bytes.toString('utf16le'), bytes: Buffer.from(bytes) };
}

function keep(file: number, bytes: Buffer): void {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(bytes.length);
  writeSync(file, Buffer.concat([length, bytes]), 0, bytes.length + 4, 0);
}
