import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { VeredictoDeEnvio } from '#domain/aviso/verdict.ts';
import { renderAcuse } from '#infra/pdf/render-acuse.ts';
import { downloadAcuse } from '#tramites/acuse/download-acuse.ts';
import { recordEntrega } from '#tramites/aviso/apply-reporte.ts';
import { buildIdDeMensaje } from '#tramites/aviso/id-de-mensaje.ts';
import { sendAviso } from '#tramites/aviso/send-aviso.ts';
import type { ContextoDeSoporte } from '#tramites/contexto.ts';
import { confirmApertura, recordApertura } from '#tramites/medio-de-contacto/record-apertura.ts';
import { removeMedioDeContacto } from '#tramites/medio-de-contacto/remove-medio-de-contacto.ts';
import { resendMensaje, resendMensajePorSoporte } from '#tramites/medio-de-contacto/resend-mensaje.ts';
import { validateCelular } from '#tramites/medio-de-contacto/validate-celular.ts';
import { disownCorreo, validateCorreo } from '#tramites/medio-de-contacto/validate-correo.ts';
import { consultFolio } from '#tramites/soporte/consult-folio.ts';
import { addNota, showDatos } from '#tramites/soporte/show-datos.ts';
import { createEscenario, type Escenario, enterSoporte, type Titular } from '../../support/escenario.ts';
import { recordRebote } from '../../support/rebotes/record-rebote.ts';
import { contextoDeEnvio, RFC_DE_SOPORTE, registrar, tokenDe } from '../../support/soporte.ts';
import { testDb } from '../../support/test-db.ts';

const CORREO = 'ana.gomez@correo.example';
const CELULAR = '5512345678';
const SE_CUENTA_APARTE = ['ENVIO_INTENTADO', 'ENVIO_RESUELTO', 'NOTA_AGREGADA'];

interface Historia {
  escenario: Escenario;
  titular: Titular;
  soporte: ContextoDeSoporte;
  folio: string;
  token: string | null;
}

let answers = 0;
const accepted = (): VeredictoDeEnvio => ({
  aceptado: true,
  respuesta: `250 <${CORREO}>`,
  idDelProveedor: `${answers++}`,
});
const later = (): VeredictoDeEnvio => ({ aceptado: false, definitivo: false, respuesta: `451 ${CELULAR}` });
const never = (): VeredictoDeEnvio => ({ aceptado: false, definitivo: true, respuesta: '550' });

/** What may happen to a medio; whatever does not apply is refused, as in life. */
const HECHOS: Record<string, (historia: Historia) => Promise<unknown>> = {
  'the message is accepted': (h) => send(h, accepted),
  'the message is put off': (h) => send(h, later),
  'the message is refused': (h) => send(h, never),
  'the queue gives up': (h) => send(h, later, true),
  'the provider delivers': (h) => deliver(h, 'ENTREGADO'),
  'the provider cannot deliver': (h) => deliver(h, 'RECHAZADO'),
  'the message bounces': async ({ escenario, folio }) => {
    const where = { medio: { folio }, estado: 'ACEPTADO' as const, mecanismo: 'CORREO_ELECTRONICO' as const };
    const aviso = await escenario.db.aviso.findFirst({ where });
    const rebote = { codigo: '5.1.1', diagnostico: `550 5.1.1 <${CORREO}> no such user` };
    if (!aviso) return;
    const { claves } = escenario.ctx;
    const idDeMensaje = buildIdDeMensaje(claves, claves.idVigente, aviso.id);
    await recordRebote(escenario.ctx, { idDeMensaje, ...rebote });
  },
  'a filter opens the link': ({ escenario, token }) =>
    recordApertura(escenario.ctx, token ?? '', { metodo: 'HEAD', agente: 'PROGRAMA' }),
  'a browser opens the link': async ({ escenario, token }) => {
    const id = await recordApertura(escenario.ctx, token ?? '', { metodo: 'GET', agente: 'NAVEGADOR' });
    if (id) await confirmApertura(escenario.ctx, token ?? '', id);
  },
  'the titular asks for another': ({ titular, folio }) => resendMensaje(titular.ctx, folio),
  'support sends another': ({ soporte, folio }) => resendMensajePorSoporte(soporte, folio),
  'a wrong code is typed': ({ titular, folio }) => validateCelular(titular.ctx, { folio, codigo: '00000' }),
  'the button is pressed': ({ escenario, token }) => validateCorreo(escenario.ctx, token ?? ''),
  'the address is disowned': ({ escenario, token }) => disownCorreo(escenario.ctx, token ?? ''),
  'the medio is removed': ({ titular, folio }) => removeMedioDeContacto(titular.ctx, folio),
  'the acuse is downloaded': ({ titular, folio }) =>
    downloadAcuse({ ...titular.ctx, esDemo: true, renderAcuse }, folio, 'REGISTRO'),
  'a note is added': ({ soporte, folio }) => addNota(soporte, { folio, texto: 'Se le explicó.' }),
  'data is uncovered': ({ soporte, folio }) =>
    showDatos(soporte, { folio, motivo: 'OTRO', detalle: 'Porque hace falta verlos' }),
  'somebody looks': ({ soporte, folio }) => consultFolio(soporte, folio, { isCubierto: true }),
  'a minute passes': async ({ escenario }) => escenario.advance(61_000),
  'a day passes': async ({ escenario }) => escenario.advance(25 * 3_600_000),
};

async function send({ escenario, folio }: Historia, answer: () => VeredictoDeEnvio, isLast = false): Promise<void> {
  const pending = await escenario.db.aviso.findFirst({ where: { medio: { folio }, estado: 'PENDIENTE' } });
  if (pending) await sendAviso(contextoDeEnvio(escenario.ctx, answer), pending.id, { isLast }).catch(() => undefined);
}

async function deliver({ escenario, folio }: Historia, estado: 'ENTREGADO' | 'RECHAZADO'): Promise<void> {
  const where = { aviso: { medio: { folio }, estado: 'ACEPTADO' as const }, idDelProveedor: { not: null } };
  const intento = await escenario.db.intentoDeEnvio.findFirst({ where });
  if (intento?.idDelProveedor) {
    const reporte = estado === 'ENTREGADO' ? 'delivered' : 'undelivered';
    await recordEntrega(escenario.ctx, intento.idDelProveedor, { estado: reporte, codigo: '' });
  }
}

/** How many things are on record about the folio, counted where each is kept. */
async function countOnRecord({ escenario: { db }, folio }: Historia): Promise<number> {
  const deMedio = { medio: { folio } };
  const counts = await Promise.all([
    db.bitacora.count({ where: { folio, evento: { notIn: SE_CUENTA_APARTE } } }),
    db.aviso.count({ where: deMedio }),
    db.aviso.count({ where: { ...deMedio, estado: { in: ['SIN_RESPUESTA', 'DESCARTADO'] } } }),
    db.intentoDeEnvio.count({ where: { aviso: deMedio } }),
    // All of them are about this folio: there is no other.
    db.reporteDeEntrega.count(),
    db.aperturaDeEnlace.count({ where: deMedio }),
    db.notaDeFolio.count({ where: { folio } }),
    db.acuseDocumento.count({ where: { acuse: { folio } } }),
  ]);
  return counts.reduce((total, count) => total + count, 0);
}

it('the cronología of any history is in order, complete and covered', async () => {
  const hechos = fc.array(fc.constantFrom(...Object.keys(HECHOS)), { minLength: 5, maxLength: 25 });
  await fc.assert(
    fc.asyncProperty(fc.boolean(), hechos, async (isCorreo, sequence) => {
      const escenario = await createEscenario(await testDb());
      const titular = await escenario.enter();
      const folio = await registrar(titular, isCorreo ? CORREO : CELULAR);
      const token = isCorreo ? await tokenDe(titular, folio) : null;
      const { ctx: soporte } = await enterSoporte(escenario, 'ATENCION', RFC_DE_SOPORTE.ATENCION);
      const historia = { escenario, titular, soporte, folio, token };
      for (const hecho of sequence) await HECHOS[hecho]?.(historia);
      const leido = await consultFolio(soporte, folio, { isCubierto: true });
      const instants =
        leido?.cronologia.flatMap(({ fecha, ultimaFecha }) => [fecha.getTime(), ultimaFecha.getTime()]) ?? [];
      expect(instants).toEqual([...instants].sort((a, b) => a - b));
      const told = leido?.cronologia.reduce((total, { veces }) => total + veces, 0);
      expect(told).toBe(await countOnRecord(historia));
      for (const dato of [CORREO, CELULAR, titular.ctx.actor.rfc, titular.ctx.actor.nombre])
        expect(JSON.stringify(leido)).not.toContain(dato);
    }),
    { numRuns: 25 },
  );
});
