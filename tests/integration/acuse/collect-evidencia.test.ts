import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startOcspResponder } from '#demo/autoridad/start-ocsp-responder.ts';
import { consultOcsp } from '#infra/ocsp/consult-ocsp.ts';
import { renderAcuse } from '#infra/pdf/render-acuse.ts';
import { markEvidencia } from '#tramites/acuse/list-acuses.ts';
import { printAcuse } from '#tramites/acuse/print-acuse.ts';
import { stampAcuse } from '#tramites/acuse/stamp-acuse.ts';
import type { Contexto } from '#tramites/contexto.ts';
import { registerMedioDeContacto } from '#tramites/medio-de-contacto/register-medio-de-contacto.ts';
import { activar } from '../../support/activar.ts';
import { createAutoridadDePrueba, FISICA } from '../../support/efirma/autoridad-de-prueba.ts';
import { asPem, hasOpenssl } from '../../support/efirma/openssl-ocsp.ts';
import { createEscenario, type Escenario, type Titular } from '../../support/escenario.ts';
import { runLeeme, unpackEvidencia } from '../../support/evidencia.ts';
import { addRegistros } from '../../support/padron.ts';
import { registerForRegistros } from '../../support/registros.ts';
import { makeSelloConCadena } from '../../support/sello-con-cadena.ts';
import { testDb } from '../../support/test-db.ts';
import { type OpensslTsa, startOpensslTsa } from '../../support/tsa/openssl-tsa.ts';
import { withTsa } from '../../support/tsa/with-tsa.ts';

let escenario: Escenario;
let titular: Titular;
let closeOcsp: () => Promise<void>;
beforeAll(async () => {
  escenario = await createEscenario(await testDb());
  const { autoridad, ctx } = escenario;
  const responder = await startOcspResponder({
    autoridad: { ac: autoridad.ac.cer, ocsp: autoridad.ocsp },
    estadoDe: () => 'BUENO',
    now: ctx.now,
  });
  closeOcsp = responder.close;
  ctx.consultOcsp = ({ der, emisor }) =>
    consultOcsp({ url: responder.url, certificado: der, emisor, now: ctx.now(), timeoutMs: 5_000 });
  titular = await escenario.enter();
});
afterAll(() => closeOcsp());

const unpack = (folio: string, tipo: 'REGISTRO' | 'SOLICITUD') =>
  unpackEvidencia(escenario.ctx, titular.ctx.actor.titularId, folio, tipo);

/** The PDF of a solicitud, as the worker issues it. */
async function emit(ctx: Contexto): Promise<string> {
  const { id, folio } = await ctx.db.acuse.findFirstOrThrow({ where: { tipo: 'SOLICITUD' } });
  await printAcuse({ ...ctx, renderAcuse, esDemo: true }, id);
  return folio;
}

const salidas = (dir: string) => runLeeme(dir).map(({ salida }) => salida);

describe.skipIf(!hasOpenssl)('the evidence of an acuse (skipped without openssl)', () => {
  it('of a registro: every command of LEEME.txt works, and names the registros', async () => {
    await addRegistros(escenario.db, titular.ctx.actor.titularId, 3);
    const result = await registerForRegistros(titular, 'nomina@correo.example', 'todos');
    if (!result.ok) throw new Error(result.error);
    const { dir, names } = await unpack(result.value.folio, 'REGISTRO');
    expect(names).toEqual([
      'LEEME.txt',
      'cadena-original.txt',
      'certificado-del-sello.pem',
      'registros-patronales.txt',
      'sello.sig',
    ]);
    const ran = runLeeme(dir);
    expect(ran.filter(({ status }) => status !== 0)).toEqual([]);
    expect(ran.map(({ salida }) => salida).join('\n')).toMatch(/Verified OK/);
  });

  it('of a solicitud: text, signature, certificate, CMS and OCSP answer are good at the time of signing', async () => {
    const { dir, names } = await unpack(await activar(titular), 'SOLICITUD');
    expect(names).toContain('ocsp.der');
    const ran = runLeeme(dir);
    expect(ran.filter(({ status }) => status !== 0)).toEqual([]);
    const printed = ran.map(({ salida }) => salida).join('\n');
    expect(printed.match(/Verified OK/g)).toHaveLength(2);
    expect(printed).toContain('certificado-del-firmante.pem: OK');
    expect(printed).toContain('CMS Verification successful');
    expect(printed).toContain('Response verify OK');
    expect(printed).toContain('certificado-del-firmante.pem: good');
    expect(printed).not.toMatch(/WARNING/);
  });

  it('of one sealed with a chain: the chain, and the command that goes up it', async () => {
    const { sello, servicio } = await makeSelloConCadena(escenario.autoridad, escenario.ctx.now());
    servicio.close();
    const { ctx } = await escenario.enter('MEGL920721K30');
    const medio = {
      mecanismo: 'CORREO_ELECTRONICO',
      valor: 'cadena@correo.example',
      peticionId: randomUUID(),
    } as const;
    const result = await registerMedioDeContacto({ ...ctx, sello }, medio);
    if (!result.ok) throw new Error(result.error);
    const { titularId } = ctx.actor;
    const { dir, names } = await unpackEvidencia(escenario.ctx, titularId, result.value.folio, 'REGISTRO');
    expect(names).toContain('autoridades-del-sello.pem');
    expect(readFileSync(join(dir, 'autoridades-del-sello.pem'), 'utf8')).toBe(
      [escenario.autoridad.ac.cer, escenario.autoridad.raiz.cer].map(asPem).join(''),
    );
    expect(salidas(dir).join('\n')).toContain('certificado-del-sello.pem: OK');
    writeFileSync(join(dir, 'autoridades-del-sello.pem'), asPem((await createAutoridadDePrueba()).ac.cer));
    expect(salidas(dir).join('\n')).not.toContain('certificado-del-sello.pem: OK');
  });

  it('tells what was changed: a cadena, or what was signed', async () => {
    const { folio } = await escenario.db.solicitud.findFirstOrThrow();
    const { dir } = await unpack(folio, 'SOLICITUD');
    for (const name of ['cadena-original.txt', 'solicitud-cadena-original.txt'])
      writeFileSync(join(dir, name), '||otra||');
    const printed = salidas(dir).join('\n');
    expect(printed).not.toMatch(/Verified OK|CMS Verification successful/);
    expect(printed).toMatch(/Verification failure/);
  });
});

describe.skipIf(!hasOpenssl)('the issued PDF in the evidence (skipped without openssl)', () => {
  let tsa: OpensslTsa;
  beforeAll(async () => {
    tsa = await startOpensslTsa();
  });
  afterAll(() => tsa.close());
  beforeEach(async () => {
    await testDb();
    titular = await escenario.enter();
    await activar(titular);
  });

  const OF_DOCUMENTO = ['acuse.pdf', 'certificado-del-documento.pem', 'sello-del-documento.p7s'];
  const OF_TIEMPO = ['autoridad-de-tiempo.pem', 'sello-de-tiempo.der'];

  function expectAllGood(dir: string): string {
    const ran = runLeeme(dir);
    expect(ran.filter(({ status }) => status !== 0)).toEqual([]);
    const printed = ran.map(({ salida }) => salida).join('\n');
    expect(printed).toContain('CAdES Verification successful');
    return printed;
  }

  it('comes with its seal, and the commands that verify it', async () => {
    const { dir, names } = await unpack(await emit(escenario.ctx), 'SOLICITUD');
    expect(names).toEqual(expect.arrayContaining(OF_DOCUMENTO));
    expect(names).not.toContain('sello-de-tiempo.der');
    expectAllGood(dir);
  });

  it('for whoever holds only the QR, without the certificate of who signed until the titular lets them have it', async () => {
    const SUYOS = ['certificado-del-firmante.pem', 'solicitud.p7s', 'ocsp.der'];
    const folio = await emit(escenario.ctx);
    const open = async () => {
      const { ctx } = titular;
      return unpackEvidencia(ctx, ctx.actor.titularId, folio, 'SOLICITUD', false);
    };
    const { dir, names } = await open();
    expect(names.filter((name) => SUYOS.includes(name))).toEqual([]);
    const { curp, correo } = FISICA;
    const cubierta = names.map((name) => readFileSync(join(dir, name), 'latin1')).join('\n');
    for (const dato of [curp, correo]) {
      expect(cubierta).not.toContain(dato);
      expect(cubierta).not.toContain(Buffer.from(dato).toString('base64').slice(0, -4));
    }
    expectAllGood(dir);
    expect(readFileSync(join(dir, 'LEEME.txt'), 'utf8')).toContain('La evidencia completa, que descarga el titular');

    const ajeno = await escenario.enter('MEGL920721K30');
    await markEvidencia(ajeno.ctx, { folio, abierta: true });
    expect((await open()).names).not.toContain('solicitud.p7s');
    await markEvidencia(titular.ctx, { folio, abierta: true });
    await markEvidencia(titular.ctx, { folio, abierta: true });
    const abierta = await open();
    expect(abierta.names).toEqual(expect.arrayContaining(SUYOS));
    expectAllGood(abierta.dir);
    await markEvidencia(titular.ctx, { folio, abierta: false });
    expect((await open()).names).not.toContain('solicitud.p7s');
    const hechos = await escenario.db.bitacora.findMany({
      where: { evento: 'EVIDENCIA_ABIERTA' },
      orderBy: { id: 'asc' },
    });
    expect(hechos.map(({ datos }) => datos)).toEqual([{ abierta: true }, { abierta: false }]);
  });

  it('with the time stamp that is inside it: of the signature of its seal', async () => {
    const { dir, names } = await unpack(await emit(withTsa(escenario.ctx, tsa.url)), 'SOLICITUD');
    expect(names).toEqual(expect.arrayContaining([...OF_DOCUMENTO, ...OF_TIEMPO]));
    const printed = expectAllGood(dir);
    expect(printed).toContain('Verification: OK');
    expect(printed).toContain('CN = Sello de tiempo de prueba');
  });

  it('with the time stamp that came later: of the whole file', async () => {
    const folio = await emit(escenario.ctx);
    const { id } = await escenario.db.acuse.findFirstOrThrow({ where: { folio } });
    await stampAcuse(withTsa(escenario.ctx, tsa.url), id, { isLast: false });
    const { dir } = await unpack(folio, 'SOLICITUD');
    expect(expectAllGood(dir)).toContain('Verification: OK');
    writeFileSync(join(dir, 'acuse.pdf'), '%PDF-1.7 otro');
    const printed = salidas(dir).join('\n');
    expect(printed).toContain('Verification: FAILED');
    expect(printed).not.toContain('CAdES Verification successful');
  });
});
