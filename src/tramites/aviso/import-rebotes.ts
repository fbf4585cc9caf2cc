import { chooseDestino } from '#domain/rebote/choose-destino.ts';
import type { ResultadoDeRebote } from '#domain/rebote/resultado.ts';
import type { DestinoReportado, Notificacion } from '#formats/rebote/destino-reportado.ts';
import type { Buzon, MensajeLeido } from '#infra/rebotes/maildir.ts';
import type { Contexto } from '#tramites/contexto.ts';
import { hashDe } from '../bitacora/hash-de.ts';
import { applyRebotes, findReportado, lockReferencia } from './apply-reporte.ts';
import { type AvisoHallado, listAvisosDeRebote, listAvisosFirmados } from './list-avisos-de-rebote.ts';

export interface ContextoDeRebotes extends Contexto {
  buzon: Buzon;
  readRebote: (source: Buffer) => Promise<Notificacion | null>;
}

export type ResumenDeRebotes = Partial<Record<ResultadoDeRebote | 'PROPIO', number>>;

interface Juicio {
  resultado: ResultadoDeRebote | 'PROPIO';
  /** Of a message of ours: whoever looks after the mailbox need not read it. */
  isAtendido: boolean;
}

/** In one run, so that a flooded mailbox does not keep the worker from its other jobs; the rest waits for the next. */
const MENSAJES_POR_VEZ = 500;

/** Marked as read only after what it says is kept. None is removed: what is of none of ours waits for a person. */
export async function importRebotes(ctx: ContextoDeRebotes): Promise<ResumenDeRebotes> {
  const resumen: ResumenDeRebotes = {};
  for (const name of (await ctx.buzon.listNew()).slice(0, MENSAJES_POR_VEZ)) {
    const leido = await ctx.buzon.read(name);
    if (!leido) continue;
    const { resultado, isAtendido } = await judge(ctx, leido);
    if (resultado !== 'PROPIO') await countLectura(ctx, leido.source ?? Buffer.from(name), resultado);
    resumen[resultado] = (resumen[resultado] ?? 0) + 1;
    await ctx.buzon.markSeen(name, { isAtendido });
  }
  return resumen;
}

async function countLectura({ db, now }: ContextoDeRebotes, source: Buffer, resultado: ResultadoDeRebote) {
  const data = { huella: hashDe(source), resultado, leidaEn: now() };
  await db.lecturaDeRebote.createMany({ data, skipDuplicates: true });
}

async function judge(ctx: ContextoDeRebotes, { source, isTruncated }: MensajeLeido): Promise<Juicio> {
  const notificacion = source && (await ctx.readRebote(source));
  if (!notificacion) return { resultado: isTruncated ? 'DEMASIADO_GRANDE' : 'ILEGIBLE', isAtendido: false };
  const avisos = await listAvisosDeRebote(ctx, notificacion);
  const { clase, idPropio } = notificacion;
  if (clase === 'INFORME') return judgeInforme(ctx, notificacion, avisos, isTruncated);
  if (clase === 'QUEJA') return judgeSinFalla(ctx, notificacion.destinos[0], avisos[0], clase);
  if (idPropio !== null && (await listAvisosFirmados(ctx, [idPropio])).length > 0)
    return { resultado: 'PROPIO', isAtendido: true };
  if (isTruncated) return { resultado: 'DEMASIADO_GRANDE', isAtendido: false };
  return { resultado: clase === 'OTRO' ? 'NO_ES_REBOTE' : clase, isAtendido: false };
}

/** Of several, each by what is said of its own address alone; what was new in any is what is told of the message. */
async function judgeInforme(
  ctx: ContextoDeRebotes,
  { destinos }: Notificacion,
  avisos: readonly AvisoHallado[],
  isTruncated: boolean,
): Promise<Juicio> {
  const juicios: Juicio[] = [];
  for (const aviso of avisos.length > 0 ? avisos : [undefined]) {
    const direccion = aviso ? await direccionOf(ctx, aviso) : null;
    const suyos = destinos.filter(({ direcciones }) => direccion !== null && direcciones.includes(direccion));
    const destino = chooseDestino(avisos.length > 1 ? suyos : destinos, direccion);
    juicios.push(await judgeDestino(ctx, destino, aviso, isTruncated));
  }
  return juicios.find(({ resultado }) => resultado === 'ANOTADO') ?? (juicios[0] as Juicio);
}

async function judgeDestino(
  ctx: ContextoDeRebotes,
  destino: DestinoReportado | null,
  aviso: AvisoHallado | undefined,
  isTruncated: boolean,
): Promise<Juicio> {
  if (!destino) return { resultado: isTruncated ? 'DEMASIADO_GRANDE' : 'SIN_CAUSA', isAtendido: false };
  if (destino.accion !== 'failed')
    return judgeSinFalla(ctx, destino, aviso, destino.accion === 'delayed' ? 'RETRASO' : 'ENTREGA');
  if (!aviso) return { resultado: 'SIN_CORRESPONDENCIA', isAtendido: false };
  // What failed has failed, also with a code of the kind that may pass: it was given up.
  const resultado = await recordInforme(ctx, aviso, { ...destino, codigo: destino.codigo || '5.0.0' });
  return { resultado, isAtendido: true };
}

/** A delay, a delivery or a complaint is no bounce. It is only kept of what the portal signed. */
async function judgeSinFalla(
  ctx: ContextoDeRebotes,
  destino: DestinoReportado | undefined,
  aviso: AvisoHallado | undefined,
  resultado: ResultadoDeRebote,
): Promise<Juicio> {
  const isFirmado = aviso?.por === 'FIRMA';
  if (destino && isFirmado) await recordInforme(ctx, aviso, destino);
  return { resultado, isAtendido: isFirmado };
}

async function direccionOf({ db }: ContextoDeRebotes, { id }: AvisoHallado): Promise<string> {
  return (await db.aviso.findUniqueOrThrow({ where: { id }, select: { destinoComparable: true } })).destinoComparable;
}

/** Once. It wins only over what was accepted or delivered; one that comes too early waits for the settling. */
export async function recordInforme(
  ctx: Contexto,
  { id, por }: AvisoHallado,
  { accion, codigo, diagnostico }: Pick<DestinoReportado, 'accion' | 'codigo' | 'diagnostico'>,
): Promise<'ANOTADO' | 'REPETIDO'> {
  const detalle = por === 'FIRMA' ? diagnostico : `${diagnostico} (reconocido por su destinatario)`.trim();
  return ctx.db.$transaction(async (tx) => {
    // Before the message is read: the settling of its attempt either is seen below, or comes after and sees this report.
    await lockReferencia(tx, id);
    const kept = await tx.reporteDeEntrega.createMany({
      data: { referencia: id, fuente: 'REBOTE', estado: accion, codigo, detalle, recibidoEn: ctx.now() },
      skipDuplicates: true,
    });
    await applyRebotes(tx, ctx, await findReportado(tx, id));
    return kept.count === 0 ? 'REPETIDO' : 'ANOTADO';
  });
}
