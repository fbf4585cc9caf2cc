import { importPadron } from '#tramites/padron/import-padron.ts';
import { createEscenario } from '../../support/escenario.ts';
import { openBase } from '../base/open-base.ts';
import { copy, numeroDe } from '../base/seed-padron.ts';
import type { Comparacion, Medida } from '../medida.ts';
import { timeOnce } from '../stopwatch.ts';

const ENCABEZADO = 'rfc,nombre,registro_patronal,subdelegacion,domicilio,estado\n';
const POR_TITULAR = 4;

export const importPadronCommand: Medida = {
  name: 'importar-padron',
  what: 'Importar un CSV del padrón: leerlo, revisarlo y guardar lo nuevo o lo que cambió',
  async prepare(banco) {
    const cuantos = banco.rapido ? 10_000 : 50_000;
    const { db, client } = await openBase(banco);
    const { ctx } = await createEscenario(db);
    await client.query(
      'CREATE TABLE renglon (rfc text, nombre text, numero text, subdelegacion text, domicilio text, estado text)',
    );
    let place = 0;
    const take = () => Array.from({ length: cuantos }, () => toRow(place++));
    const load = (rows: string[]) => timeEach(cuantos, () => importRows(ctx, rows));
    const copyRows = () => {
      const rows = take().map((row) => row.replaceAll(',', '\t'));
      return timeEach(cuantos, () => copy(client, 'renglon', rows));
    };
    const known = take();
    await load(known);
    const floors = () => [{ name: 'COPY de los mismos renglones', sample: copyRows }];
    const each = (what: string, rows: () => string[]): Comparacion => ({
      what: `cada renglón ${what}, de ${cuantos.toLocaleString('es-MX')}`,
      unit: 'ms',
      own: { name: 'Buzón', sample: () => load(rows()) },
      floors: floors(),
    });
    return [each('nuevo', take), each('que ya estaba', () => known)];
  },
};

/** Milliseconds for each of so many rows. */
async function timeEach(cuantos: number, run: () => Promise<unknown>): Promise<number> {
  return (await timeOnce(run)()) / cuantos;
}

function toRow(place: number): string {
  const titular = Math.floor(place / POR_TITULAR);
  const letras = [676, 26, 1].map((weight) => String.fromCharCode(65 + (Math.floor(titular / weight) % 26))).join('');
  const rfc = `${letras}010101${String(Math.floor(titular / 17_576)).padStart(3, '0')}`;
  return `${rfc},EMPRESA ${titular},${numeroDe(place)},Mérida Norte,Calle ${place} Col. Centro,vigente\n`;
}

async function importRows(ctx: Parameters<typeof importPadron>[0], rows: readonly string[]): Promise<void> {
  const informe = { onObservaciones: async () => undefined, onAvance: () => undefined };
  const result = await importPadron(ctx, { open: () => toBytes(rows) }, informe);
  if (!result.ok || result.value.rechazados > 0) throw new Error('the padrón was not loaded');
}

/** In pieces as large as those of a file that is read. */
async function* toBytes(rows: readonly string[]): AsyncGenerator<Uint8Array> {
  yield Buffer.from(ENCABEZADO);
  for (let at = 0; at < rows.length; at += 500) yield Buffer.from(rows.slice(at, at + 500).join(''));
}
