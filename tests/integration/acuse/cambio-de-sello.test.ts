import { randomUUID, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createSelloDePdf } from '#infra/pades/create-sello-de-pdf.ts';
import { renderAcuse } from '#infra/pdf/render-acuse.ts';
import { createSello } from '#infra/sello/create-sello.ts';
import { downloadAcuse } from '#tramites/acuse/download-acuse.ts';
import { findAcusePropio } from '#tramites/acuse/find-acuse-verificable.ts';
import { printAcuse } from '#tramites/acuse/print-acuse.ts';
import { verifyAcuse } from '#tramites/acuse/verify-acuse.ts';
import type { ContextoDeTitular } from '#tramites/contexto.ts';
import { registerMedioDeContacto } from '#tramites/medio-de-contacto/register-medio-de-contacto.ts';
import { makeTempDir } from '../../support/efirma/autoridad-de-prueba.ts';
import { hasOpenssl } from '../../support/efirma/openssl-ocsp.ts';
import { createEscenario, type Escenario } from '../../support/escenario.ts';
import { runLeeme, unpackEvidencia } from '../../support/evidencia.ts';
import { writePar } from '../../support/sello-de-prueba.ts';
import { testDb } from '../../support/test-db.ts';

const YEARS = 366;
const dir = makeTempDir();

let escenario: Escenario;
let antes: ContextoDeTitular;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  const { ctx } = await escenario.enter();
  antes = arrancar(ctx, writePar(join(dir, 'viejo'), ctx.now()));
});

/** What a start makes of SELLO_CERT and SELLO_KEY at its hour; the database is the one that was there. */
function arrancar(ctx: ContextoDeTitular, { cert, key }: { cert: string; key: string }): ContextoDeTitular {
  const sello = createSello({ cert, key, keyPassword: null, comando: null }, ctx.now);
  return { ...ctx, sello, selloDePdf: createSelloDePdf(sello, null) };
}

const arrancarConOtro = () => arrancar(antes, writePar(join(dir, 'nuevo'), antes.now()));

async function register(ctx: ContextoDeTitular, valor: string, { isEmitido = true } = {}): Promise<string> {
  const medio = { mecanismo: 'CORREO_ELECTRONICO', valor, peticionId: randomUUID() } as const;
  const result = await registerMedioDeContacto(ctx, medio);
  if (!result.ok) throw new Error(result.error);
  if (isEmitido) await printAcuse({ ...ctx, renderAcuse, esDemo: true }, (await find(ctx, result.value.folio)).id);
  return result.value.folio;
}

async function find(ctx: ContextoDeTitular, folio: string) {
  const acuse = await findAcusePropio(ctx, ctx.actor.titularId, folio as never, 'REGISTRO');
  if (!acuse) throw new Error('not found');
  return acuse;
}

const fallasOf = async (ctx: ContextoDeTitular, folio: string) =>
  (await verifyAcuse(ctx, await find(ctx, folio), null)).fallas;

const serieOf = (dirOf: string, name: string) => new X509Certificate(readFileSync(join(dirOf, name))).serialNumber;

/** Every command of the evidence's LEEME.txt, with the openssl of whoever downloaded it. */
async function checkWithOpenssl(ctx: ContextoDeTitular, folio: string): Promise<string> {
  const { dir: evidencia } = await unpackEvidencia(ctx, ctx.actor.titularId, folio, 'REGISTRO');
  const ran = runLeeme(evidencia);
  expect(ran.filter(({ status }) => status !== 0)).toEqual([]);
  const printed = ran.map(({ salida }) => salida).join('\n');
  expect(printed).toContain('Verified OK');
  expect(printed).toContain('CAdES Verification successful');
  return evidencia;
}

describe.skipIf(!hasOpenssl)('after a start with another certificate and key (skipped without openssl)', () => {
  it('new acuses are sealed with the new one, and both are genuine, here and for openssl', async () => {
    const viejo = await register(antes, 'ana@correo.example');
    const despues = arrancarConOtro();
    const nuevo = await register(despues, 'otra@correo.example');
    const series: string[] = [];
    for (const folio of [viejo, nuevo]) {
      expect(await fallasOf(despues, folio)).toEqual([]);
      const evidencia = await checkWithOpenssl(despues, folio);
      series.push(serieOf(evidencia, 'certificado-del-sello.pem'));
      expect(serieOf(evidencia, 'certificado-del-documento.pem')).toBe(series.at(-1));
    }
    const sellos = [antes, despues].map(({ sello }) => new X509Certificate(sello.certificadoPem).serialNumber);
    expect(series).toEqual(sellos);
    expect(new Set(series).size).toBe(2);
  });

  it('an old acuse is the same bytes and stays genuine when its certificate has expired since', async () => {
    const viejo = await register(antes, 'ana@correo.example');
    const download = async (ctx: ContextoDeTitular) => {
      const descarga = await downloadAcuse({ ...ctx, renderAcuse, esDemo: true }, viejo, 'REGISTRO');
      return descarga?.situacion === 'LISTO' ? descarga.pdf : null;
    };
    const issued = await download(antes);
    escenario.advance(11 * YEARS * 86_400_000);
    expect(() => arrancar(antes, { cert: join(dir, 'viejo.pem'), key: join(dir, 'viejo.key') })).toThrow(
      /^SELLO_CERT: el certificado venció/,
    );
    const despues = arrancarConOtro();
    expect(await download(despues)).toEqual(issued);
    expect(await fallasOf(despues, viejo)).toEqual([]);
    await checkWithOpenssl(despues, viejo);
  });

  it('one whose PDF was not yet made keeps the old sello, and the document is sealed with the new one', async () => {
    const folio = await register(antes, 'ana@correo.example', { isEmitido: false });
    const despues = arrancarConOtro();
    await printAcuse({ ...despues, renderAcuse, esDemo: true }, (await find(despues, folio)).id);
    expect(await fallasOf(despues, folio)).toEqual([]);
    const evidencia = await checkWithOpenssl(despues, folio);
    const serie = ({ sello }: ContextoDeTitular) => new X509Certificate(sello.certificadoPem).serialNumber;
    expect(serieOf(evidencia, 'certificado-del-sello.pem')).toBe(serie(antes));
    expect(serieOf(evidencia, 'certificado-del-documento.pem')).toBe(serie(despues));
  });

  it('a portal that outlives its certificate certifies nothing until it starts with another', async () => {
    escenario.advance(11 * YEARS * 86_400_000);
    await expect(register(antes, 'ana@correo.example')).rejects.toThrow(/SELLO_CERT: el certificado venció el/);
    expect(await escenario.db.medioDeContacto.count()).toBe(0);
    expect(await escenario.db.acuse.count()).toBe(0);
    await register(arrancarConOtro(), 'ana@correo.example');
  });
});
