import { Readable } from 'node:stream';
import { Zip, ZipDeflate, zipSync } from 'fflate';

export function buildZip(archivos: ReadonlyMap<string, Uint8Array>, fecha: Date): Uint8Array {
  return zipSync(Object.fromEntries(archivos), { level: 6, mtime: fecha });
}

interface Archivo {
  nombre: string;
  partes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** The same of what does not fit in memory: read part by part, as far as whoever downloads it has taken the ones before. */
export function streamZip(archivos: AsyncIterable<Archivo>, fecha: Date): ReadableStream {
  return Readable.toWeb(Readable.from(zip(archivos, fecha))) as ReadableStream;
}

async function* zip(archivos: AsyncIterable<Archivo>, fecha: Date): AsyncGenerator<Uint8Array> {
  const listas: Uint8Array[] = [];
  const salida = new Zip((error, parte) => {
    if (error) throw error;
    listas.push(parte);
  });
  for await (const { nombre, partes } of archivos) {
    const entrada = Object.assign(new ZipDeflate(nombre, { level: 6 }), { mtime: fecha });
    salida.add(entrada);
    for await (const parte of partes) {
      entrada.push(parte);
      yield* listas.splice(0);
    }
    entrada.push(new Uint8Array(0), true);
    yield* listas.splice(0);
  }
  salida.end();
  yield* listas;
}
