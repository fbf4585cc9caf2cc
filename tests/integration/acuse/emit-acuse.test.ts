import { createHash, randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#infra/db/db.ts';
import { renderAcuse } from '#infra/pdf/render-acuse.ts';
import { downloadAcuse } from '#tramites/acuse/download-acuse.ts';
import { type ContextoDeEmision, printAcuse } from '#tramites/acuse/print-acuse.ts';
import { registerMedioDeContacto } from '#tramites/medio-de-contacto/register-medio-de-contacto.ts';
import { createEscenario, type Escenario, type Titular } from '../../support/escenario.ts';
import { addRegistros } from '../../support/padron.ts';
import { registerForRegistros } from '../../support/registros.ts';
import { testDb } from '../../support/test-db.ts';

let escenario: Escenario;
let titular: Titular;
let ctx: ContextoDeEmision;
let folio: string;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter();
  ctx = { ...escenario.ctx, renderAcuse, esDemo: true };
  const result = await registerMedioDeContacto(titular.ctx, {
    mecanismo: 'CORREO_ELECTRONICO',
    valor: 'ana@correo.example',
    peticionId: randomUUID(),
  });
  if (!result.ok) throw new Error(result.error);
  folio = result.value.folio;
});

const acuseId = async () => (await escenario.db.acuse.findFirstOrThrow()).id;

describe('the PDF of an acuse', () => {
  it('is issued once: worker and download at the same time get the same bytes, and so does everyone after', async () => {
    const id = await acuseId();
    const [first, second] = await Promise.all([printAcuse(ctx, id), printAcuse(ctx, id)]);
    const later = await printAcuse({ ...ctx, renderAcuse: () => Promise.reject(new Error('rendered again')) }, id);
    expect(first.equals(second)).toBe(true);
    expect(first.equals(later)).toBe(true);
    expect(first.subarray(0, 5).toString()).toBe('%PDF-');
    const { sha256, bytes } = await escenario.db.acuseDocumento.findFirstOrThrow();
    expect(sha256).toBe(createHash('sha256').update(first).digest('hex'));
    expect(bytes).toBe(first.length);
  });

  it('is not read back from the database by whoever has just stored it', async () => {
    let reads = 0;
    const findUnique = <Args>({ args, query }: { args: Args; query: (args: Args) => Promise<unknown> }) => {
      reads += 1;
      return query(args);
    };
    const db = escenario.db.$extends({ query: { acuseDocumento: { findUnique } } }) as unknown as Db;
    const pdf = await printAcuse({ ...ctx, db }, await acuseId());
    expect(reads).toBe(0);
    expect(pdf.equals(await printAcuse(ctx, await acuseId()))).toBe(true);
  });

  it('is for its titular only; another’s and one that does not exist are the same nothing', async () => {
    const download = (each: Titular, which: string) => downloadAcuse({ ...ctx, ...each.ctx }, which, 'REGISTRO');
    expect(await download(titular, folio)).toMatchObject({ situacion: 'LISTO', pdf: expect.any(Buffer) });
    expect(await download(await escenario.enter('MEGL920721K30'), folio)).toBeNull();
    expect(await download(titular, 'BI-2026.99999999-00')).toBeNull();
    expect(await downloadAcuse({ ...ctx, ...titular.ctx }, folio, 'VALIDACION')).toBeNull();
  });

  it('of a medio for hundreds of registros is left to the worker; until then the titular is told how far it is', async () => {
    await addRegistros(escenario.db, titular.ctx.actor.titularId, 501);
    const result = await registerForRegistros(titular, 'nomina@correo.example', 'todos');
    if (!result.ok) throw new Error(result.error);
    const download = () => downloadAcuse({ ...ctx, ...titular.ctx }, result.value.folio, 'REGISTRO');
    expect(await download()).toEqual({ situacion: 'EN_PROCESO', hechos: 0, total: 501 });
    const { id } = await escenario.db.acuse.findFirstOrThrow({ where: { folio: result.value.folio } });
    await printAcuse(ctx, id);
    expect(await download()).toMatchObject({ situacion: 'LISTO' });
  });
});
