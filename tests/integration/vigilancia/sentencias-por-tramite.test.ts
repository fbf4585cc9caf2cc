import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { beforeEach, expect, it, vi } from 'vitest';
import { codeFromHmac } from '#domain/medio-de-contacto/codigo.ts';
import { ok, type Result } from '#domain/result.ts';
import { renderAcuse } from '#infra/pdf/render-acuse.ts';
import { printAcuse } from '#tramites/acuse/print-acuse.ts';
import { recordEntrega } from '#tramites/aviso/apply-reporte.ts';
import { sendAviso } from '#tramites/aviso/send-aviso.ts';
import { buildToken } from '#tramites/enlace/enlace-de-correo.ts';
import { registerMedioDeContacto } from '#tramites/medio-de-contacto/register-medio-de-contacto.ts';
import { validateCelular } from '#tramites/medio-de-contacto/validate-celular.ts';
import { validateCorreo } from '#tramites/medio-de-contacto/validate-correo.ts';
import { signIn } from '#tramites/sesion/sign-in.ts';
import { prepareSolicitud, signSolicitud } from '#tramites/solicitud/sign-solicitud.ts';
import {
  answerChallenge,
  createEscenario,
  type Escenario,
  HOST,
  NAVEGADOR,
  type Titular,
} from '../../support/escenario.ts';
import { firmar } from '../../support/firmar.ts';
import { testDb } from '../../support/test-db.ts';

/**
 * How many statements each part of an activation asks of the database, at most, but for those that open and end a transaction:
 * whoever makes one ask for more sees it here, and says why.
 */
const SENTENCIAS = {
  ingresar: 9,
  registrarCorreo: 14,
  registrarCelular: 16,
  validarCorreo: 8,
  validarCelular: 10,
  preparar: 4,
  firmar: 13,
  enviarCorreo: 8,
  enviarCelular: 10,
  enviarNoticia: 8,
  confirmarCelular: 4,
  emitir: 2,
};
type Parte = keyof typeof SENTENCIAS;

const RFC = 'MEGL920721K30';
const AQUI = { host: HOST, navegador: NAVEGADOR };
const ACEPTADO = { aceptado: true, respuesta: '250 Ok', idDelProveedor: 'id-1' } as const;

let escenario: Escenario;
let titular: Titular;
const pedidas: Partial<Record<Parte, string[]>> = {};
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter();
});

it('no part of an activation asks the database for more than its line says', async () => {
  await ingresar();
  const correo = await registrar('registrarCorreo', 'CORREO_ELECTRONICO', 'ana@correo.example');
  await enviar('enviarCorreo');
  await count('validarCorreo', () => validateCorreo(titular.ctx, buildToken(titular.ctx.claves, correo) ?? ''));
  const celular = await registrar('registrarCelular', 'TELEFONO', '5512345678');
  await enviar('enviarCelular', { tipo: 'CODIGO_CELULAR' });
  const { idDelProveedor } = await escenario.db.intentoDeEnvio.findFirstOrThrow({ orderBy: { id: 'desc' } });
  const entregado = { estado: 'delivered', codigo: '' };
  await count('confirmarCelular', async () => ok(await recordEntrega(escenario.ctx, idDelProveedor ?? '', entregado)));
  const hmac = titular.ctx.claves.derive(celular.claveId, 'codigo-de-celular', celular.id) ?? new Uint8Array();
  const codigo = codeFromHmac(hmac);
  await count('validarCelular', () => validateCelular(titular.ctx, { folio: celular.folio, codigo }));
  await firmarSolicitud();
  await enviar('enviarNoticia', { tipo: 'CELULAR_VALIDADO' });
  const { id } = await escenario.db.acuse.findFirstOrThrow({ where: { tipo: 'SOLICITUD' } });
  await count('emitir', async () => ok(await printAcuse({ ...escenario.ctx, renderAcuse, esDemo: true }, id)));
  for (const [parte, maximo] of Object.entries(SENTENCIAS)) {
    const suyas = pedidas[parte as Parte] ?? [];
    expect.soft(suyas.length, `${parte}\n${suyas.join('\n')}`).toBeLessThanOrEqual(maximo);
  }
});

async function ingresar() {
  const efirma = await escenario.autoridad.issue({ rfc: RFC });
  const ingreso = await answerChallenge(escenario.ctx, efirma, RFC);
  await count('ingresar', () => signIn(escenario.ctx, ingreso));
}

async function registrar(parte: Parte, mecanismo: 'CORREO_ELECTRONICO' | 'TELEFONO', valor: string) {
  const peticion = { mecanismo, valor, peticionId: randomUUID() };
  const { folio } = await count(parte, () => registerMedioDeContacto(titular.ctx, peticion));
  return escenario.db.medioDeContacto.findUniqueOrThrow({ where: { folio } });
}

async function enviar(parte: Parte, where: { tipo?: 'CODIGO_CELULAR' | 'CELULAR_VALIDADO' } = {}) {
  const { id } = await escenario.db.aviso.findFirstOrThrow({ where: { ...where, estado: 'PENDIENTE' } });
  const send = async () => ({ ...ACEPTADO, idDelProveedor: id });
  const ctx = { ...escenario.ctx, actor: { tipo: 'SISTEMA' as const }, esDemo: true };
  await count(parte, async () =>
    ok(await sendAviso({ ...ctx, correo: { send, close: () => {} }, sms: { send } }, id, { isLast: false })),
  );
}

async function firmarSolicitud() {
  const leido = { ...AQUI, textoVersion: 'solicitud/2022-09-22' };
  const { nonce, cadenaOriginal } = await count('preparar', () => prepareSolicitud(titular.ctx, leido));
  const { efirma } = titular;
  const firma = { nonce, certificado: efirma.cer as Uint8Array, firma: firmar(efirma, cadenaOriginal), ...AQUI };
  await count('firmar', () => signSolicitud(titular.ctx, firma));
}

/** What a trámite that must succeed answers, with its statements noted. */
async function count<T>(parte: Parte, work: () => Promise<Result<T, unknown>>): Promise<T> {
  const query = vi.spyOn(pg.Client.prototype, 'query');
  const result = await work();
  const textos = query.mock.calls.map(([sent]: unknown[]) =>
    typeof sent === 'string' ? sent : (sent as pg.QueryConfig).text,
  );
  query.mockRestore();
  if (!result.ok) throw new Error(`${parte}: ${JSON.stringify(result.error)}`);
  pedidas[parte] = textos.filter((texto) => !/^\s*(begin|commit|rollback|set)\b/i.test(texto));
  return result.value;
}
