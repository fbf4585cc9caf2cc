import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { renderAcuse } from '#infra/pdf/render-acuse.ts';
import { downloadAcuse } from '#tramites/acuse/download-acuse.ts';
import { findAcuseByArchivo } from '#tramites/acuse/find-acuse-verificable.ts';
import { listAcuses } from '#tramites/acuse/list-acuses.ts';
import { type ContextoDeEmision, printAcuse } from '#tramites/acuse/print-acuse.ts';
import { stampAcuse } from '#tramites/acuse/stamp-acuse.ts';
import { verifyAcuse } from '#tramites/acuse/verify-acuse.ts';
import { registerMedioDeContacto } from '#tramites/medio-de-contacto/register-medio-de-contacto.ts';
import { alterarDatos } from '../../support/alterar-datos.ts';
import { hasOpenssl } from '../../support/efirma/openssl-ocsp.ts';
import { createEscenario, type Escenario } from '../../support/escenario.ts';
import { hasPdfsig, isShownAsSigned } from '../../support/pdfsig.ts';
import { makeSello } from '../../support/sello-de-prueba.ts';
import { testDb } from '../../support/test-db.ts';
import { makeAnswer, makeToken } from '../../support/tsa/make-token.ts';
import { type OpensslTsa, type Respuesta, startOpensslTsa } from '../../support/tsa/openssl-tsa.ts';
import { withTsa } from '../../support/tsa/with-tsa.ts';

let escenario: Escenario;
let titular: Awaited<ReturnType<Escenario['enter']>>;
let ctx: ContextoDeEmision;
let id: string;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter();
  const medio = { mecanismo: 'CORREO_ELECTRONICO', valor: 'ana@correo.example', peticionId: randomUUID() } as const;
  const result = await registerMedioDeContacto(titular.ctx, medio);
  if (!result.ok) throw new Error(result.error);
  ctx = { ...escenario.ctx, renderAcuse, esDemo: true };
  id = (await escenario.db.acuse.findFirstOrThrow()).id;
});

async function verify(pdf: Buffer) {
  const acuse = await findAcuseByArchivo(ctx, createHash('sha256').update(pdf).digest('hex'));
  if (!acuse) throw new Error('not found');
  return verifyAcuse(ctx, acuse, null);
}

async function pendingJobs(): Promise<unknown[]> {
  return ctx.db.$queryRaw`SELECT run_at FROM graphile_worker.jobs WHERE task_identifier = 'sellar-tiempo'`;
}

const storedStamp = () => ctx.db.selloDeTiempo.findUnique({ where: { acuseId: id } });

describe('the seal inside the PDF of an acuse', () => {
  it('is of the certificate in force when the PDF is made; what it prints is the sello of its cadena', async () => {
    const sello = makeSello({ now: ctx.now() });
    const renewed = withTsa({ ...ctx, sello }, 'http://127.0.0.1:65535/');
    const pdf = await printAcuse({ ...renewed, stampTime: null }, id);
    const documento = await ctx.db.acuseDocumento.findFirstOrThrow({ include: { acuse: true } });
    expect(documento.certificadoDeSello).toBe(sello.huella);
    expect(documento.acuse.certificadoDeSello).toBe(ctx.sello.huella);
    expect((await verify(pdf)).fallas).toEqual([]);
  });

  it('without it the database takes no document', async () => {
    const data = { acuseId: id, pdf: new Uint8Array(1), sha256: '0'.repeat(64), bytes: 1, emitidoEn: ctx.now() };
    await expect(ctx.db.acuseDocumento.create({ data })).rejects.toThrow('acuse_documento_sellado');
  });

  it('a key that cannot be used leaves nothing half done, and the next try issues', async () => {
    const sign = () => Promise.reject(new Error('the device does not answer'));
    const broken = withTsa({ ...ctx, sello: { ...ctx.sello, sign } }, 'http://127.0.0.1:65535/');
    await expect(printAcuse(broken, id)).rejects.toThrow('the device does not answer');
    expect(await ctx.db.acuseDocumento.count()).toBe(0);
    expect((await verify(await printAcuse(ctx, id))).fallas).toEqual([]);
  });

  it('is compared with the certificate that the portal knows', async () => {
    const pdf = await printAcuse(ctx, id);
    expect((await verify(pdf)).fallas).toEqual([]);
    const { certificadoPem } = makeSello({ now: ctx.now() });
    await alterarDatos(
      `INSERT INTO certificado_de_sello VALUES ('${'0'.repeat(64)}', '1', '${certificadoPem}', true)`,
      `UPDATE acuse_documento SET certificado_de_sello = '${'0'.repeat(64)}'`,
    );
    expect((await verify(pdf)).fallas).toEqual(['DOCUMENTO_ALTERADO']);
  });

  it.skipIf(!hasPdfsig)('is shown by readers as signed and whole (skipped without poppler-utils)', async () => {
    expect(isShownAsSigned(await printAcuse(ctx, id))).toBe(true);
  });
});

describe('without a time stamping service', () => {
  it('nothing is asked for, and a job from when there was one ends', async () => {
    await printAcuse(ctx, id);
    expect(await pendingJobs()).toEqual([]);
    await stampAcuse(ctx, id, { isLast: false });
    expect(await storedStamp()).toBeNull();
  });
});

describe.skipIf(!hasOpenssl)('with openssl ts (skipped without openssl)', () => {
  let tsa: OpensslTsa;
  beforeAll(async () => {
    tsa = await startOpensslTsa();
  });
  afterAll(() => tsa.close());
  beforeEach(() => tsa.misbehave(null));

  it('the stamp of the seal is inside, kept apart too, and whoever verifies is told of it', async () => {
    const pdf = await printAcuse(withTsa(ctx, tsa.url), id);
    const stamp = await storedStamp();
    expect(stamp).toMatchObject({ objeto: 'SELLO_DEL_DOCUMENTO' });
    expect(pdf.toString('latin1')).toContain(Buffer.from(stamp?.token ?? '').toString('hex'));
    expect(await pendingJobs()).toEqual([]);
    expect(await verify(pdf)).toMatchObject({
      fallas: [],
      selloDeTiempo: { fecha: stamp?.fecha, emisor: 'Sello de tiempo de prueba' },
    });
  });

  const faults: [string, Respuesta | null][] = [
    ['down', null],
    ['slow', () => undefined],
    ['refusing', (_, response) => response.end(makeAnswer(null, 2))],
    ['lying', (_, response) => response.end(makeAnswer(makeToken()))],
    ['broken', (answer, response) => response.end(answer.subarray(0, -10))],
  ];
  it.each(faults)(
    '%s: the acuse is issued all the same, and stamped later without changing a byte',
    async (_, fault) => {
      if (fault) tsa.misbehave(fault);
      const pdf = await printAcuse(withTsa(ctx, fault ? tsa.url : 'http://127.0.0.1:65535/', 500), id);
      expect(await storedStamp()).toBeNull();
      expect(await pendingJobs()).toHaveLength(1);
      expect(await verify(pdf)).toMatchObject({ fallas: [], selloDeTiempo: null });

      tsa.misbehave(null);
      await stampAcuse(withTsa(ctx, tsa.url), id, { isLast: false });
      const stamp = await storedStamp();
      expect(stamp).toMatchObject({ objeto: 'DOCUMENTO' });
      expect((await printAcuse(ctx, id)).equals(pdf)).toBe(true);
      expect(await verify(pdf)).toMatchObject({ fallas: [], selloDeTiempo: { fecha: stamp?.fecha } });
      expect(await ctx.db.bitacora.count({ where: { evento: 'SELLO_DE_TIEMPO_OBTENIDO' } })).toBe(1);
    },
  );

  it('of one whose stamp came late there is a second revision, after the bytes that were issued', async () => {
    const pdf = await printAcuse(withTsa(ctx, 'http://127.0.0.1:65535/'), id);
    const conTsa = () => withTsa({ ...ctx, ...titular.ctx }, tsa.url);
    const [antes] = await listAcuses(titular.ctx);
    const [folio, tipo] = [antes?.folio ?? '', antes?.tipo ?? 'REGISTRO'];
    expect(antes?.isRevisado).toBe(false);
    expect(await downloadAcuse(conTsa(), folio, tipo, { isRevision: true })).toEqual({ situacion: 'SIN_REVISION' });

    let asked = 0;
    tsa.misbehave((answer, response) => response.end(asked++ === 0 ? answer : makeAnswer(null, 2)));
    await expect(stampAcuse(conTsa(), id, { isLast: false })).rejects.toThrow('no time stamp yet');
    tsa.misbehave(null);
    await stampAcuse(conTsa(), id, { isLast: false });
    const requests = tsa.requests();
    await stampAcuse(conTsa(), id, { isLast: false });
    const descarga = await downloadAcuse(conTsa(), folio, tipo, { isRevision: true });
    const revision = descarga && 'pdf' in descarga ? (descarga.pdf ?? Buffer.of()) : Buffer.of();
    expect(tsa.requests()).toBe(requests);
    expect(revision.subarray(0, pdf.length).equals(pdf)).toBe(true);
    expect(revision.length).toBeGreaterThan(pdf.length);
    expect((await printAcuse(ctx, id)).equals(pdf)).toBe(true);
    expect(await listAcuses(titular.ctx)).toMatchObject([{ isRevisado: true }]);

    const sha256 = createHash('sha256').update(revision).digest('hex');
    const acuse = await findAcuseByArchivo(ctx, sha256);
    if (!acuse) throw new Error('not found');
    expect(await verifyAcuse(ctx, acuse, sha256)).toMatchObject({ fallas: [], archivo: 'IGUAL' });
    await alterarDatos(`UPDATE revision_de_documento SET cola = 'x'`);
    expect(await verifyAcuse(ctx, acuse, null)).toMatchObject({ fallas: ['DOCUMENTO_ALTERADO'] });
  });

  it('the worker asks as often as the queue lets it, and never gives up', async () => {
    const down = withTsa(ctx, 'http://127.0.0.1:65535/');
    await printAcuse(down, id);
    await expect(stampAcuse(down, id, { isLast: false })).rejects.toThrow('no time stamp yet');
    expect(await pendingJobs()).toHaveLength(1);
    // A worker has it in hand: the one that takes its place is another.
    await ctx.db.$executeRaw`UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'prueba'`;
    await stampAcuse(down, id, { isLast: true });
    expect(await pendingJobs()).toHaveLength(2);
  });

  it('an acuse has one stamp, however often its job runs', async () => {
    await printAcuse(ctx, id);
    const stamping = withTsa(ctx, tsa.url);
    await Promise.all([1, 2, 3].map(() => stampAcuse(stamping, id, { isLast: false })));
    const before = await storedStamp();
    await stampAcuse(stamping, id, { isLast: false });
    expect(await storedStamp()).toEqual(before);
    expect(await ctx.db.bitacora.count({ where: { evento: 'SELLO_DE_TIEMPO_OBTENIDO' } })).toBe(1);
  });

  it('of two that emit at once, the stamp that is kept is that of the bytes that are kept', async () => {
    const stamping = withTsa(ctx, tsa.url);
    const [pdf] = await Promise.all([printAcuse(stamping, id), printAcuse(stamping, id)]);
    expect(await verify(pdf)).toMatchObject({ fallas: [], selloDeTiempo: { fecha: expect.any(Date) } });
  });

  it.each([
    "UPDATE sello_de_tiempo SET token = '\\x3000'",
    "UPDATE sello_de_tiempo SET fecha = fecha - interval '1 day'",
    "UPDATE sello_de_tiempo SET objeto = 'DOCUMENTO'",
  ])('what somebody with the database in hand changes is noticed: %s', async (statement) => {
    const pdf = await printAcuse(withTsa(ctx, tsa.url), id);
    await expect(ctx.db.$executeRawUnsafe(statement)).rejects.toThrow('append-only');
    await alterarDatos(statement);
    expect(await verify(pdf)).toMatchObject({ fallas: ['TIEMPO_INVALIDO'], selloDeTiempo: null });
  });
});
