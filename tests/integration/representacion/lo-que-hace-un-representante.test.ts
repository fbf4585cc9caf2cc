import { beforeEach, describe, expect, it } from 'vitest';
import { parseDatosDeAcuse } from '#domain/acuse/datos.ts';
import type { Folio } from '#domain/folio.ts';
import { renderAcuse } from '#infra/pdf/render-acuse.ts';
import { findAcusePropio } from '#tramites/acuse/find-acuse-verificable.ts';
import { listAcuses, markEvidencia } from '#tramites/acuse/list-acuses.ts';
import { printAcuse } from '#tramites/acuse/print-acuse.ts';
import { verifyAcuse } from '#tramites/acuse/verify-acuse.ts';
import { registerMedioDeContacto } from '#tramites/medio-de-contacto/register-medio-de-contacto.ts';
import { endRepresentacion } from '#tramites/representacion/end-representacion.ts';
import { listApuntes } from '#tramites/soporte/list-hechos.ts';
import { actuar, correo, firmarSolicitudPor, presentar, registrar } from '../../support/actuar.ts';
import { hasOpenssl } from '../../support/efirma/openssl-ocsp.ts';
import { addMedioValidado, createEscenario, type Escenario, type Titular } from '../../support/escenario.ts';
import { runLeeme, unpackEvidencia } from '../../support/evidencia.ts';
import { addRegistros } from '../../support/padron.ts';
import { designar } from '../../support/representar.ts';
import { testDb } from '../../support/test-db.ts';

const MORAL = 'EKU9003173C9';

let escenario: Escenario;
let titular: Titular;
let representante: Titular;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter(MORAL);
  representante = await escenario.enter();
});

const cliente = async (cambios = {}) => actuar(representante, await designar(titular, representante, cambios));

/** The answer of the revocation service in these scenarios is no OCSP answer. */
const isDeOcsp = (comando: string) => comando.startsWith('openssl ocsp ');

describe('what is done says who did it', () => {
  it('acuse, cadena and bitácora name both; those of the titular say what they said', async () => {
    const ctx = await cliente();
    const { porConducto } = ctx.actor;
    const registrado = await registerMedioDeContacto(ctx, correo());
    const folio = registrado.ok ? registrado.value.folio : '';
    const acuse = await escenario.db.acuse.findFirstOrThrow({ where: { folio } });
    expect(acuse.titularId).toBe(titular.ctx.actor.titularId);
    expect(parseDatosDeAcuse(acuse.datos)).toMatchObject({
      rfc: MORAL,
      rfcRepresentante: porConducto?.rfc,
      porConducto: { nombre: porConducto?.nombre, folio: porConducto?.folio },
      serieDelFirmante: representante.ctx.actor.serie,
    });
    for (const dicho of [MORAL, porConducto?.rfc, porConducto?.folio, porConducto?.serieDelTitular, ctx.actor.serie])
      expect(acuse.cadenaOriginal).toContain(`:${dicho}|`.replace(/\|$/, dicho === ctx.actor.serie ? '' : '|'));
    const apunte = await escenario.db.bitacora.findFirstOrThrow({ where: { evento: 'MEDIO_REGISTRADO', folio } });
    expect(apunte).toMatchObject({
      actor: `REPRESENTANTE:${ctx.actor.sesionId}`,
      titularId: titular.ctx.actor.titularId,
      datos: { designacion: porConducto?.folio },
    });
    const propio = await registerMedioDeContacto(titular.ctx, correo('otro@correo.example'));
    const suyo = await escenario.db.acuse.findFirstOrThrow({ where: { folio: propio.ok ? propio.value.folio : '' } });
    expect(JSON.stringify(suyo.datos) + suyo.cadenaOriginal).not.toMatch(/onducto|epresentante|esignación/);
  });

  it('a solicitud is signed with the e.firma of the representative, and with no other', async () => {
    const ctx = await cliente();
    await addMedioValidado(titular, 'CORREO_ELECTRONICO', 'empresa@correo.example');
    await addMedioValidado(titular, 'TELEFONO', '+525512345678');
    expect(await firmarSolicitudPor(ctx, titular)).toEqual({ ok: false, error: 'RFC_NO_COINCIDE' });
    const result = await firmarSolicitudPor(ctx, representante);
    const folio = result.ok ? result.value.folio : '';
    const solicitud = await escenario.db.solicitud.findUniqueOrThrow({
      where: { folio },
      select: { titularId: true, estado: true, cadenaOriginal: true, certificado: { select: { titularId: true } } },
    });
    expect(solicitud).toMatchObject({ estado: 'FIRMADA', titularId: titular.ctx.actor.titularId });
    expect(solicitud.certificado.titularId).toBe(representante.ctx.actor.titularId);
    expect(solicitud.cadenaOriginal).toContain(`|RFC del representante legal:${representante.ctx.actor.rfc}|`);
    expect(solicitud.cadenaOriginal).toContain(`|Folio de la designación:${ctx.actor.porConducto?.folio}|`);
    expect(solicitud.cadenaOriginal).toContain(`:${representante.ctx.actor.serie}|`);
    const acuse = await escenario.db.acuse.findFirstOrThrow({ where: { folio } });
    expect(parseDatosDeAcuse(acuse.datos)).toMatchObject({ rfc: MORAL, rfcRepresentante: representante.ctx.actor.rfc });
  });

  it('what was done is verified with all that the portal keeps, and by openssl with the designation in hand', async () => {
    const ctx = await cliente();
    const folio = await registrar(ctx, await addRegistros(escenario.db, titular.ctx.actor.titularId, 1));
    await addMedioValidado(titular, 'CORREO_ELECTRONICO', 'rfc@correo.example');
    await addMedioValidado(titular, 'TELEFONO', '+525512345678');
    const solicitud = await firmarSolicitudPor(ctx, representante);
    const aclaracion = await presentar(ctx, folio);
    await endRepresentacion(titular.ctx, ctx.actor.porConducto?.folio ?? '');
    for (const [cual, tipo] of [
      [folio, 'REGISTRO'],
      [solicitud.ok ? solicitud.value.folio : '', 'SOLICITUD'],
      [aclaracion.ok ? aclaracion.value.folio : '', 'ACLARACION'],
    ] as const) {
      const acuse = await findAcusePropio(escenario.ctx, titular.ctx.actor.titularId, cual as Folio, tipo);
      if (!acuse) throw new Error(`${tipo} not found`);
      await printAcuse({ ...escenario.ctx, renderAcuse, esDemo: true }, acuse.id);
      expect((await verifyAcuse(escenario.ctx, acuse, null)).fallas, tipo).toEqual([]);
      if (!hasOpenssl) continue;
      const { dir, names } = await unpackEvidencia(escenario.ctx, acuse.titularId, cual, tipo);
      expect(names, tipo).toEqual(expect.arrayContaining(['designacion-cadena-original.txt', 'designacion-sello.sig']));
      expect(
        runLeeme(dir).filter(({ status, comando }) => status !== 0 && !isDeOcsp(comando)),
        tipo,
      ).toEqual([]);
    }
    const deLejos = await unpackEvidencia(escenario.ctx, titular.ctx.actor.titularId, folio, 'REGISTRO', false);
    expect(deLejos.names.filter((name) => name.startsWith('designacion'))).toEqual([]);
  });

  it('the certificate of a representative who signed is not their client’s to give to whoever holds the QR', async () => {
    const ctx = await cliente();
    await addMedioValidado(titular, 'CORREO_ELECTRONICO', 'rfc@correo.example');
    await addMedioValidado(titular, 'TELEFONO', '+525512345678');
    const signed = await firmarSolicitudPor(ctx, representante);
    const folio = signed.ok ? signed.value.folio : '';
    const solicitud = (await listAcuses(titular.ctx)).find((acuse) => acuse.folio === folio);
    expect(solicitud).toMatchObject({ canAbrirse: false, isAbierta: false });
    await markEvidencia(titular.ctx, { folio, abierta: true });
    expect(await escenario.db.evidenciaAbierta.count()).toBe(0);
    // As it could be left open before.
    const { id: acuseId, titularId } = await escenario.db.acuse.findFirstOrThrow({ where: { folio } });
    await escenario.db.evidenciaAbierta.create({ data: { acuseId, abiertaEn: escenario.ctx.now() } });
    const conQr = await unpackEvidencia(escenario.ctx, titularId, folio, 'SOLICITUD', false);
    expect(conQr.names.filter((name) => /^solicitud\.p7s|firmante|ocsp|designacion/.test(name))).toEqual([]);
    const completa = await unpackEvidencia(escenario.ctx, titularId, folio, 'SOLICITUD');
    expect(completa.names).toContain('certificado-del-firmante.pem');
  });

  it('a folio says to support by whose conduct it was', async () => {
    const ctx = await cliente();
    const registrado = await registerMedioDeContacto(ctx, correo());
    const folio = registrado.ok ? registrado.value.folio : '';
    const { apuntes } = await listApuntes(ctx, { folio, titularId: ctx.actor.titularId }, 20);
    expect(apuntes.find(({ evento }) => evento === 'MEDIO_REGISTRADO')?.quien).toEqual({
      tipo: 'REPRESENTANTE',
      rfc: representante.ctx.actor.rfc,
    });
  });
});
