import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { FallaDeAcuse } from '#domain/acuse/falla-de-acuse.ts';
import { renderAcuse } from '#infra/pdf/render-acuse.ts';
import { findAcuseDeFolio } from '#tramites/acuse/find-acuse-verificable.ts';
import { printAcuse } from '#tramites/acuse/print-acuse.ts';
import { verifyAcuse } from '#tramites/acuse/verify-acuse.ts';
import { registerMedioDeContacto } from '#tramites/medio-de-contacto/register-medio-de-contacto.ts';
import { activar } from '../../support/activar.ts';
import { alterarDatos } from '../../support/alterar-datos.ts';
import { createEscenario, type Escenario, type Titular } from '../../support/escenario.ts';
import { designar } from '../../support/representar.ts';
import { testDb } from '../../support/test-db.ts';

const MORAL = 'EKU9003173C9';

let escenario: Escenario;
let titular: Titular;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter(MORAL);
});

async function find(folio: string, tipo: 'REGISTRO' | 'SOLICITUD' | 'REPRESENTACION') {
  const acuse = await findAcuseDeFolio(escenario.ctx, folio as never, tipo);
  if (!acuse) throw new Error('not found');
  return acuse;
}
async function register(): Promise<string> {
  const peticion = { mecanismo: 'CORREO_ELECTRONICO', valor: 'ana@correo.example', peticionId: randomUUID() } as const;
  const result = await registerMedioDeContacto(titular.ctx, peticion);
  if (!result.ok) throw new Error(result.error);
  return result.value.folio;
}

describe('what is kept of a signature is noticed when it is another’s', () => {
  const DE_OTRA = `(SELECT id FROM certificado WHERE titular_id = (SELECT id FROM titular WHERE rfc <> '${MORAL}' LIMIT 1))`;
  it.each<[string, FallaDeAcuse[]]>([
    ['UPDATE solicitud SET titular_id = gen_random_uuid()', ['SOLICITUD_DISTINTA']],
    [`UPDATE certificado SET titular_id = gen_random_uuid()`, ['SOLICITUD_DISTINTA']],
    ["UPDATE solicitud SET texto_sha256 = repeat('0', 64)", ['SOLICITUD_DISTINTA']],
    [`UPDATE consulta_ocsp SET certificado_id = ${DE_OTRA}`, ['REVOCACION_INVALIDA']],
    ["UPDATE consulta_ocsp SET resultado = 'NO_CONSULTADO'", ['REVOCACION_INVALIDA']],
    // The e.firmas of the tests share their key: only whose it is tells this one.
    [`UPDATE certificado SET der = (SELECT der FROM certificado WHERE id = ${DE_OTRA})`, ['EFIRMA_INVALIDA']],
    ["UPDATE acuse SET folio = 'BI-2026.00009999-99' WHERE tipo = 'SOLICITUD'", ['CADENA_DISTINTA']],
  ])('%s', async (statement, fallas) => {
    const folio = await activar(titular);
    await escenario.enter();
    const acuse = await find(folio, 'SOLICITUD');
    expect((await verifyAcuse(escenario.ctx, acuse, null)).fallas).toEqual([]);
    await alterarDatos(statement);
    const folioAhora = statement.includes('SET folio') ? 'BI-2026.00009999-99' : folio;
    expect((await verifyAcuse(escenario.ctx, await find(folioAhora, 'SOLICITUD'), null)).fallas).toEqual(fallas);
  });

  it('of a renewed e.firma of the same person, by its series', async () => {
    const folio = await activar(titular);
    const { cer } = await escenario.autoridad.issue({ rfc: MORAL });
    await alterarDatos(`UPDATE certificado SET der = '\\x${Buffer.from(cer as Uint8Array).toString('hex')}'`);
    const { fallas } = await verifyAcuse(escenario.ctx, await find(folio, 'SOLICITUD'), null);
    expect(fallas).toEqual(['EFIRMA_INVALIDA']);
  });

  it('where nobody was asked of revocation there is no answer, and its acuse is whole', async () => {
    const folio = await activar(titular);
    await alterarDatos("UPDATE consulta_ocsp SET resultado = 'NO_CONSULTADO', respuesta = NULL, vigente_hasta = NULL");
    expect((await verifyAcuse(escenario.ctx, await find(folio, 'SOLICITUD'), null)).fallas).toEqual([]);
  });

  it.each<[string, FallaDeAcuse[]]>([
    ["UPDATE representacion SET estado = 'PROPUESTA', vigente_desde = NULL", ['SOLICITUD_DISTINTA']],
    ["UPDATE titular SET rfc = 'MEGL920721K30' WHERE rfc <> 'EKU9003173C9'", ['SOLICITUD_DISTINTA']],
    ['DELETE FROM firma_de_representacion', ['SOLICITUD_DISTINTA']],
  ])('of a designation: %s', async (statement, fallas) => {
    const folio = await designar(titular, await escenario.enter());
    expect((await verifyAcuse(escenario.ctx, await find(folio, 'REPRESENTACION'), null)).fallas).toEqual([]);
    await alterarDatos(statement);
    expect((await verifyAcuse(escenario.ctx, await find(folio, 'REPRESENTACION'), null)).fallas).toEqual(fallas);
  });
});

describe('a sello', () => {
  it('is of a certificate in force at that instant, neither before nor after', async () => {
    const folio = await register();
    for (const year of [1999, 2099]) {
      await alterarDatos(`UPDATE acuse SET fecha = '${year}-01-01'`);
      const { fallas } = await verifyAcuse(escenario.ctx, await find(folio, 'REGISTRO'), null);
      expect(fallas).toEqual(['CERTIFICADO_NO_VIGENTE']);
    }
  });
});

describe('each verification', () => {
  it('says which document was issued, and is written down with what it found; what was only looked up is not', async () => {
    const folio = await register();
    const acuse = await find(folio, 'REGISTRO');
    expect(await verifyAcuse(escenario.ctx, acuse, null, { isRecorded: false })).toMatchObject({ documento: null });
    expect(await escenario.db.bitacora.count({ where: { evento: 'ACUSE_VERIFICADO' } })).toBe(0);
    await printAcuse({ ...escenario.ctx, renderAcuse, esDemo: true }, acuse.id);
    const { sha256 } = await escenario.db.acuseDocumento.findFirstOrThrow();
    expect(await verifyAcuse(escenario.ctx, acuse, sha256)).toMatchObject({ documento: sha256, archivo: 'IGUAL' });
    expect(await escenario.db.bitacora.findFirstOrThrow({ where: { evento: 'ACUSE_VERIFICADO' } })).toMatchObject({
      datos: { tipo: 'REGISTRO', fallas: '', archivo: 'IGUAL' },
    });
  });

  it('of what is not as it was sealed is told to whoever runs the portal, and of what is whole is not', async () => {
    const folio = await register();
    const error = vi.spyOn(escenario.ctx.log, 'error');
    await verifyAcuse(escenario.ctx, await find(folio, 'REGISTRO'), null);
    expect(error).not.toHaveBeenCalled();
    await alterarDatos("UPDATE medio_de_contacto SET valor = 'otra@correo.example'");
    await verifyAcuse(escenario.ctx, await find(folio, 'REGISTRO'), null);
    const told = { folio, tipo: 'REGISTRO', fallas: ['MEDIO_DISTINTO'] };
    expect(error).toHaveBeenCalledExactlyOnceWith(told, expect.any(String));
  });
});
