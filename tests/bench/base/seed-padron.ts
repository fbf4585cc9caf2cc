import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { from } from 'pg-copy-streams';
import { parseRegistroPatronal } from '#domain/registro-patronal.ts';

export interface TitularSembrado {
  id: string;
  rfc: string;
  registros: number;
}

/** Most of an employer's registros are in one place: also fifty fill a page of what is found there. */
const SUBDELEGACIONES = [
  ...Array.from({ length: 6 }, () => 'Mérida Norte'),
  'Guadalajara Centro',
  'Puebla Norte',
  'Tijuana',
];

/**
 * Fills an empty padrón by COPY: the titulares asked for first, then others until it has `total` registros. As in life
 * most of these have one, and few have many. The same every time. Then it is analysed, as a database that is in use.
 */
export async function seedPadron(
  client: Client,
  { cuentas, total }: { cuentas: readonly number[]; total: number },
): Promise<TitularSembrado[]> {
  const titulares = [...chooseTitulares(cuentas, total)];
  await copy(client, 'titular (id, rfc, nombre, creado_en)', rowsOfTitulares(titulares));
  await copy(
    client,
    'registro_patronal (numero, titular_id, subdelegacion, domicilio, estado)',
    rowsOfRegistros(titulares),
  );
  await client.query('VACUUM ANALYZE titular, registro_patronal, conteo_de_registros');
  return titulares;
}

/** Ten characters and their check digit for each place, all different. */
export function numeroDe(place: number): string {
  const letra = String.fromCharCode(65 + (Math.floor(place / 100_000) % 26));
  const municipio = String(Math.floor(place / 2_600_000)).padStart(2, '0');
  const numero = parseRegistroPatronal(`${letra}${municipio}${String(place % 100_000).padStart(5, '0')}10`);
  if (!numero.ok) throw new Error(numero.error);
  return numero.value;
}

export function copy(client: Client, target: string, rows: Iterable<string>): Promise<void> {
  return pipeline(Readable.from(rows), client.query(from(`COPY ${target} FROM STDIN`)));
}

function* chooseTitulares(cuentas: readonly number[], total: number): Generator<TitularSembrado> {
  let left = total;
  for (let place = 0; left > 0 || place < cuentas.length; place++) {
    // A fraction that looks like chance, and the tail of a Pareto distribution.
    const chance = ((place * 7919) % 10_007) / 10_007;
    const registros = cuentas[place] ?? Math.min(left, 2_000, Math.ceil((1 - chance) ** -0.9));
    left -= registros;
    yield { id: randomUUID(), rfc: rfcDe(place), registros };
  }
}

function rfcDe(place: number): string {
  const letras = [676, 26, 1].map((weight) => String.fromCharCode(65 + (Math.floor(place / weight) % 26))).join('');
  return `${letras}010101${String(Math.floor(place / 17_576)).padStart(3, '0')}`;
}

function* rowsOfTitulares(titulares: readonly TitularSembrado[]): Generator<string> {
  for (const { id, rfc } of titulares) yield `${id}\t${rfc}\tEMPRESA ${rfc}\t2026-01-01\n`;
}

function* rowsOfRegistros(titulares: readonly TitularSembrado[]): Generator<string> {
  let place = 0;
  for (const { id, registros } of titulares)
    for (let n = 0; n < registros; n++, place++) {
      const subdelegacion = SUBDELEGACIONES[place % SUBDELEGACIONES.length];
      yield `${numeroDe(place)}\t${id}\t${subdelegacion}\tCalle ${n}, Col. Centro\tVIGENTE\n`;
    }
}
