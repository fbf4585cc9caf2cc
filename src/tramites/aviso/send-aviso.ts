import { ENTREGAS_SIN_RESPUESTA, type VeredictoDeEnvio } from '#domain/aviso/verdict.ts';
import { venceEn } from '#domain/medio-de-contacto/plazo.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import { type Contexto, holdInstante, type Tx } from '#tramites/contexto.ts';
import { addTarea } from '#tramites/tarea/add-tarea.ts';
import { textoEnviado } from '#wording/aviso/contenido.ts';
import { renderAviso } from '#wording/aviso/render-aviso.ts';
import { applyEarlyReportes } from './apply-reporte.ts';
import {
  type AvisoPorEnviar,
  type ContextoDeEnvio,
  claveDe,
  composeMensaje,
  findAviso,
  hmacDe,
  isSuperfluous,
} from './compose-mensaje.ts';
import { buildIdDeMensaje, buildRetorno } from './id-de-mensaje.ts';

/**
 * The attempt is a row before the provider is called, so that one cut off in between is counted. Throws EnvioPendiente
 * when it may be taken later; the last attempt settles it as SIN_RESPUESTA, the second without an answer as
 * QUIZA_ENTREGADO.
 */
export async function sendAviso(
  ctx: ContextoDeEnvio,
  avisoId: string,
  { isLast, signal }: { isLast: boolean; signal?: AbortSignal | undefined },
): Promise<void> {
  const aviso = await findAviso(ctx, avisoId);
  if (aviso?.estado !== 'PENDIENTE') return;
  if (isSuperfluous(aviso, ctx.now())) return settle(ctx, aviso, null, 'DESCARTADO');
  await storeClave(ctx, aviso);
  const contenido = renderAviso(await composeMensaje(ctx, aviso));
  const empezado = await startIntento(ctx, aviso, contenido);
  const intento = { ...empezado, veredicto: await handOver(ctx, aviso, contenido, signal) };
  if (intento.veredicto.aceptado) return settle(ctx, aviso, intento, 'ACEPTADO');
  if (intento.veredicto.definitivo) return settle(ctx, aviso, intento, 'RECHAZADO');
  // How often it was handed over whole without an answer, with the attempt that ends now.
  const antes = aviso.intentos.filter(({ quizaEntregado }) => quizaEntregado).length;
  const sinSaber = antes + (intento.veredicto.quizaEntregado ? 1 : 0);
  if (sinSaber >= (isLast ? 1 : ENTREGAS_SIN_RESPUESTA)) return settle(ctx, aviso, intento, 'QUIZA_ENTREGADO');
  if (isLast) return settle(ctx, aviso, intento, 'SIN_RESPUESTA');
  await ctx.db.$transaction((tx) => finishIntento(tx, holdInstante(ctx, intento.iniciadoEn), intento));
  throw new EnvioPendiente(`aviso ${avisoId}: the provider did not take it yet`, intento.veredicto.esperaMs);
}

/** Thrown so that the queue tries again later, with its back-off, and not before the provider asked for. */
export class EnvioPendiente extends Error {
  constructor(
    message: string,
    readonly esperaMs = 0,
  ) {
    super(message);
  }
}

type Contenido = ReturnType<typeof renderAviso>;

type Intento = Awaited<ReturnType<typeof startIntento>>;

type AvisoHallado = NonNullable<Awaited<ReturnType<typeof findAviso>>>;

/** No two have the same number: of two jobs at once one fails here. */
async function startIntento(ctx: ContextoDeEnvio, aviso: AvisoHallado, contenido: Contenido) {
  const numero = aviso.intentos.length + 1;
  const aLaVez = holdInstante(ctx, aviso.creadoEn, ...aviso.intentos.map(({ terminadoEn }) => terminadoEn));
  return ctx.db.$transaction(async (tx) => {
    const intento = await tx.intentoDeEnvio.create({
      data: { avisoId: aviso.id, numero, iniciadoEn: aLaVez.now(), ...proofOf(ctx, aviso, contenido) },
      select: { id: true, iniciadoEn: true },
    });
    const { titularId, folio, tipo } = aviso;
    const datos = { avisoId: aviso.id, tipo, numero };
    await appendBitacora(tx, aLaVez, { evento: 'ENVIO_INTENTADO', titularId, folio, datos });
    return intento;
  });
}

/** Of a link or a code whose key has left AUTH_SECRET: what is sent now is answered by the one in force. */
async function storeClave({ db, claves, log }: ContextoDeEnvio, { tipo, medio }: AvisoPorEnviar): Promise<void> {
  if (medio === null || !['VALIDA_CORREO', 'CODIGO_CELULAR', 'CONFIRMA_MEDIO'].includes(tipo)) return;
  const { id, claveId: before } = medio;
  const claveId = claveDe(claves, medio);
  if (claveId === before) return;
  log.warn({ medioId: id }, 'the key of a link or code is not in AUTH_SECRET; the one in force takes its place');
  await db.medioDeContacto.updateMany({ where: { id, claveId: before }, data: { claveId } });
}

function proofOf({ claves }: ContextoDeEnvio, { id }: AvisoPorEnviar, contenido: Contenido) {
  const claveId = claves.idDeMensajes;
  const hmac = hmacDe(claves, claveId, id, textoEnviado(contenido));
  return { plantilla: contenido.version, claveId, hmac: hmac && new Uint8Array(hmac) };
}

async function handOver(ctx: ContextoDeEnvio, aviso: AvisoPorEnviar, contenido: Contenido, signal?: AbortSignal) {
  if (contenido.mecanismo === 'TELEFONO') return ctx.sms.send({ to: aviso.destino, texto: contenido.texto });
  // The same id on every attempt, so that a mailbox that got it twice can tell.
  const { claves } = ctx;
  const messageId = buildIdDeMensaje(claves, claves.idDeMensajes, aviso.id);
  const retorno = buildRetorno(claves, claves.idDeMensajes, aviso.id);
  return ctx.correo.send({ to: aviso.destino, contenido, messageId, retorno, date: aviso.creadoEn, signal });
}

async function settle(
  asked: ContextoDeEnvio,
  aviso: AvisoPorEnviar,
  intento: (Intento & { veredicto: VeredictoDeEnvio }) | null,
  estado: 'ACEPTADO' | 'RECHAZADO' | 'SIN_RESPUESTA' | 'QUIZA_ENTREGADO' | 'DESCARTADO',
): Promise<void> {
  const ctx = holdInstante(asked, aviso.creadoEn, intento?.iniciadoEn);
  const { id, titularId, folio, tipo } = aviso;
  await ctx.db.$transaction(async (tx) => {
    if (intento) await finishIntento(tx, ctx, intento);
    const data = { estado, resueltoEn: ctx.now() };
    const settled = await tx.aviso.updateMany({ where: { id, estado: 'PENDIENTE' }, data });
    if (settled.count === 0) return;
    const datos = { avisoId: id, tipo, estado };
    await appendBitacora(tx, ctx, { evento: 'ENVIO_RESUELTO', titularId, folio, datos });
    const resuelto = { ...aviso, ...data };
    if (intento?.veredicto.aceptado) await applyEarlyReportes(tx, ctx, resuelto, intento.veredicto.idDelProveedor);
    else if (estado === 'QUIZA_ENTREGADO') await applyEarlyReportes(tx, ctx, resuelto, null);
    if (estado === 'ACEPTADO' && tipo === 'CODIGO_CELULAR') await startPlazo(tx, ctx, aviso);
  });
}

async function finishIntento(tx: Tx, ctx: Contexto, { id, veredicto }: Intento & { veredicto: VeredictoDeEnvio }) {
  await tx.intentoDeEnvio.update({
    where: { id },
    data: {
      terminadoEn: ctx.now(),
      aceptado: veredicto.aceptado,
      quizaEntregado: !veredicto.aceptado && veredicto.quizaEntregado === true,
      respuesta: veredicto.respuesta.slice(0, 1000),
      idDelProveedor: veredicto.aceptado ? veredicto.idDelProveedor : null,
    },
    select: { id: true },
  });
}

/** A phone's 72 hours run from the first acceptance of its SMS (guide V, step 10), once. */
async function startPlazo(tx: Tx, ctx: Contexto, aviso: AvisoPorEnviar): Promise<void> {
  if (!aviso.medio) return;
  const { id: medioId, fechaDeRegistro } = aviso.medio;
  const desde = holdInstante(ctx, fechaDeRegistro).now();
  const moved = await tx.medioDeContacto.updateMany({
    where: { id: medioId, estado: 'EN_PROCESO', plazoDesde: fechaDeRegistro, venceEn: { gt: desde } },
    data: { plazoDesde: desde, venceEn: venceEn(desde) },
  });
  if (moved.count > 0) await addTarea(tx, ctx, 'cancelar-medio', { medioId }, venceEn(desde));
}
