import { beforeEach, describe, expect, it } from 'vitest';
import { ESTADOS_DE_ACLARACION, type EstadoDeAclaracion } from '#domain/aclaracion/estado.ts';
import { closeAclaracion, takeAclaracion } from '#tramites/aclaracion/answer-aclaracion.ts';
import { listAclaraciones, type Posicion } from '#tramites/aclaracion/list-aclaraciones.ts';
import type { ContextoDeSoporte } from '#tramites/contexto.ts';
import { presentar, replicar, responder } from '../../support/aclaraciones.ts';
import { createEscenario, type Escenario, enterSoporte, type Titular } from '../../support/escenario.ts';
import { testDb } from '../../support/test-db.ts';

let escenario: Escenario;
let titular: Titular;
let soporte: ContextoDeSoporte;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter();
  soporte = (await enterSoporte(escenario, 'ATENCION', 'LOVC900412QX8')).ctx;
});

async function fileMany(count: number): Promise<string[]> {
  const folios: string[] = [];
  for (let i = 0; i < count; i++) {
    folios.push(await presentar(titular));
    // Some of the same instant: a page may end among them.
    if (i % 3 === 0) escenario.advance(1000);
  }
  return folios;
}

async function readAll(estado: EstadoDeAclaracion | null): Promise<string[][]> {
  const pages: string[][] = [];
  let despuesDe: Posicion | null = null;
  do {
    const page: Awaited<ReturnType<typeof listAclaraciones>> = await listAclaraciones(soporte, { estado, despuesDe });
    pages.push(page.filas.map(({ folio }) => folio));
    despuesDe = page.siguiente;
  } while (despuesDe);
  return pages;
}

describe('the list of support', () => {
  it('begins with who has waited longest: a reply to an answer waits since then', async () => {
    const [first, second, third] = (await fileMany(3)) as [string, string, string];
    escenario.advance(1000);
    await responder(soporte, first);
    escenario.advance(1000);
    await replicar(titular, first);
    expect(await readAll(null)).toEqual([[second, third, first]]);
    await responder(soporte, second);
    expect(await readAll(null)).toEqual([[third, first, second]]);
    expect((await closeAclaracion(soporte, second)).ok).toBe(true);
    await responder(soporte, third);
    expect(await readAll(null)).toEqual([[first, third, second]]);
  });

  it('gives every one once, page by page, through all its parts', async () => {
    const folios = await fileMany(62);
    for (const folio of folios.slice(0, 8)) await responder(soporte, folio);
    for (const folio of folios.slice(0, 4)) await closeAclaracion(soporte, folio);
    for (const folio of folios.slice(8, 11)) await takeAclaracion(soporte, folio);
    const [waiting, answered, closed] = [folios.slice(8), folios.slice(4, 8), folios.slice(0, 4)];
    const all = await readAll(null);
    expect(all.map((page) => page.length)).toEqual([25, 25, 12]);
    expect(all.flat()).toEqual([...waiting, ...answered, ...closed]);
    const byEstado = await Promise.all(ESTADOS_DE_ACLARACION.map(readAll));
    expect(byEstado.map((pages) => pages.flat())).toEqual([folios.slice(11), folios.slice(8, 11), answered, closed]);
  });

  it('says whose it is, who attends it and whether it came within 24 hours of the registration', async () => {
    const folio = await presentar(titular);
    await takeAclaracion(soporte, folio);
    const { filas, siguiente } = await listAclaraciones(soporte, { estado: null, despuesDe: null });
    expect(siguiente).toBeNull();
    expect(filas).toMatchObject([
      {
        folio,
        estado: 'EN_ATENCION',
        titular: { rfc: titular.ctx.actor.rfc },
        atiende: { nombre: soporte.actor.nombre },
        folioDelMedio: null,
        enPlazo: null,
      },
    ]);
    expect(filas[0]).not.toHaveProperty('id');
  });

  it('walks an index for each of its parts', async () => {
    await fileMany(3);
    const plan = async (where: string) => {
      const [, rows] = await escenario.db.$transaction([
        escenario.db.$executeRawUnsafe('SET LOCAL enable_seqscan = off'),
        escenario.db.$queryRawUnsafe<{ 'QUERY PLAN': string }[]>(`EXPLAIN SELECT id FROM aclaracion ${where} LIMIT 26`),
      ]);
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    };
    const pending = await plan(
      "WHERE espera_desde IS NOT NULL AND espera_desde >= '2026-01-01' ORDER BY espera_desde, id",
    );
    const closed = await plan("WHERE estado = 'CERRADA' AND presentada_en >= '2026-01-01' ORDER BY presentada_en, id");
    expect(pending).toContain('aclaracion_espera_desde_id_idx');
    expect(closed).toContain('aclaracion_estado_presentada_en_id_idx');
    expect(pending + closed).not.toContain('Sort');
  });
});
