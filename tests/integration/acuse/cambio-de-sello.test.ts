import { randomUUID, verify, X509Certificate } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { buildCms } from '#infra/firma/build-cms.ts';
import { createSelloDePdf } from '#infra/pades/create-sello-de-pdf.ts';
import { renderAcuse } from '#infra/pdf/render-acuse.ts';
import { collectEvidencia } from '#tramites/acuse/collect-evidencia.ts';
import { emitAcuse } from '#tramites/acuse/emit-acuse.ts';
import { findAcusePropio } from '#tramites/acuse/find-acuse-verificable.ts';
import { verifyAcuse } from '#tramites/acuse/verify-acuse.ts';
import type { ContextoDeTitular } from '#tramites/contexto.ts';
import { registerMedioDeContacto } from '#tramites/medio-de-contacto/register-medio-de-contacto.ts';
import { createEscenario, type Escenario } from '../../support/escenario.ts';
import { makeSello } from '../../support/sello-de-prueba.ts';
import { testDb } from '../../support/test-db.ts';

const ELEVEN_YEARS_MS = 11 * 366 * 86_400_000;

let escenario: Escenario;
let antes: ContextoDeTitular;
let despues: ContextoDeTitular;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  antes = (await escenario.enter()).ctx;
  const sello = makeSello({ now: antes.now() });
  despues = { ...antes, sello, selloDePdf: createSelloDePdf(sello, null) };
});

async function register(ctx: ContextoDeTitular, valor: string) {
  const medio = { mecanismo: 'CORREO_ELECTRONICO', valor, peticionId: randomUUID() } as const;
  const result = await registerMedioDeContacto(ctx, medio);
  if (!result.ok) throw new Error(result.error);
  const acuse = await findAcusePropio(ctx, ctx.actor.titularId, result.value.folio as never, 'REGISTRO');
  if (!acuse) throw new Error('not found');
  await emitAcuse({ ...ctx, renderAcuse, esDemo: true }, acuse.id);
  return acuse;
}

describe('once the sealing certificate was changed', () => {
  it('new acuses are sealed with the new one, and both are genuine', async () => {
    const viejo = await register(antes, 'ana@correo.example');
    const nuevo = await register(despues, 'otra@correo.example');
    expect(viejo.certificado.serie).toBe(antes.sello.serie);
    expect(nuevo.certificado.serie).toBe(despues.sello.serie);
    for (const acuse of [viejo, nuevo]) expect((await verifyAcuse(despues, acuse, null)).fallas).toEqual([]);
  });

  it('an old acuse stays genuine when its certificate has expired since, and its evidence has that certificate', async () => {
    const viejo = await register(antes, 'ana@correo.example');
    escenario.advance(ELEVEN_YEARS_MS);
    expect(new Date(new X509Certificate(viejo.certificado.pem).validTo) < despues.now()).toBe(true);
    expect((await verifyAcuse(despues, viejo, null)).fallas).toEqual([]);
    const archivos = await collectEvidencia({ ...despues, buildCms }, viejo);
    const [cadena, firma, pem] = ['cadena-original.txt', 'sello.sig', 'certificado-del-sello.pem'].map((name) =>
      Buffer.from(archivos.get(name) ?? []),
    ) as [Buffer, Buffer, Buffer];
    expect(new X509Certificate(pem).fingerprint256).toBe(
      new X509Certificate(antes.sello.certificadoPem).fingerprint256,
    );
    expect(verify('sha256', cadena, new X509Certificate(pem).publicKey, firma)).toBe(true);
  });
});
