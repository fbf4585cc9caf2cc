import { type EstadoFinal, estadoAlTerminar } from '#domain/representacion/estado.ts';
import { type Contexto, type ContextoDeTitular, holdInstante, type Tx } from '#tramites/contexto.ts';
import { lockRepresentacion, type RepresentacionHallada, VIVA } from '../vigencia/find-representacion.ts';
import { recordPaso } from './record-paso.ts';

const POR_VEZ = 200;

/** «Revocar representación», «Renunciar», «No acepto», «Retirar la propuesta»: one side alone, at once. False: nothing to end. */
export async function endRepresentacion(ctx: ContextoDeTitular, folio: string): Promise<boolean> {
  return ctx.db.$transaction(async (tx) => {
    const found = await lockRepresentacion(tx, ctx, folio);
    const estado = found && estadoAlTerminar(found.situacion, found.lado);
    if (!found || !estado) return false;
    await close(tx, ctx, found, estado);
    return true;
  });
}

/** «Terminar todas»: every designation that the titular has made. */
export async function endAllRepresentaciones(ctx: ContextoDeTitular): Promise<void> {
  const where = { titularId: ctx.actor.titularId, estado: VIVA };
  const vivas = await ctx.db.representacion.findMany({ where, select: { folio: true } });
  for (const { folio } of vivas) await endRepresentacion(ctx, folio);
}

/** For the worker: what has ended by itself is told, and first signatures whose minutes have passed are nowhere. */
export async function settleRepresentaciones(ctx: Contexto): Promise<void> {
  await ctx.db.$transaction(async (tx) => {
    await tx.primeraFirma.deleteMany({ where: { venceEn: { lte: ctx.now() } } });
    await cancelVencidas(tx, ctx, {});
  });
}

/** Of these, the proposals that nobody signed in time and the designations whose last day is over. */
export async function cancelVencidas(tx: Tx, ctx: Contexto, where: { titularId?: string }): Promise<void> {
  const ended = { lte: ctx.now() };
  const OR = [
    { estado: 'PROPUESTA' as const, venceEn: ended },
    { estado: 'VIGENTE' as const, hasta: ended },
  ];
  const candidatas = await tx.representacion.findMany({
    where: { ...where, OR },
    take: POR_VEZ,
    select: { folio: true },
  });
  for (const { folio } of candidatas) {
    const found = await lockRepresentacion(tx, ctx, folio);
    const situacion = found?.situacion;
    if (situacion !== found?.estado && (situacion === 'VENCIDA' || situacion === 'TERMINADA'))
      await close(tx, ctx, found as RepresentacionHallada, situacion);
  }
}

async function close(tx: Tx, ctx: Contexto, found: RepresentacionHallada, estado: EstadoFinal): Promise<void> {
  const { id, propuestaEn, vigenteDesde } = found;
  const aLaVez = holdInstante(ctx, propuestaEn, vigenteDesde);
  await tx.primeraFirma.deleteMany({ where: { representacionId: id } });
  const data = { estado, terminadaEn: aLaVez.now() };
  await tx.representacion.update({ where: { id, estado: VIVA }, data, select: { id: true } });
  await recordPaso(tx, aLaVez, found, 'TERMINADA', { estado });
}
