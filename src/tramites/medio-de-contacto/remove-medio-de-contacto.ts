import type { BajaError } from '#domain/medio-de-contacto/errores.ts';
import { estadosHacia } from '#domain/medio-de-contacto/estado.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { issueAcuse } from '#tramites/acuse/issue-acuse.ts';
import { runSealed } from '#tramites/acuse/run-sealed.ts';
import { tellContactos } from '#tramites/aviso/tell-contactos.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { Contexto, ContextoDeTitular, Tx } from '#tramites/contexto.ts';
import { holdInstante } from '#tramites/instante/hold-instante.ts';
import { summarizeRegistros } from '#tramites/registro-patronal/summarize-registros.ts';
import { TRANSACCION_MASIVA } from '#tramites/registro-patronal/transaccion-masiva.ts';
import { cancelMediosVencidos } from './cancel-medios-vencidos.ts';
import { lockTitular } from './lock.ts';

/** Guide V, step 19. One that is no longer En proceso or Validado, or is somebody else's, is not removed. */
export async function removeMedioDeContacto(
  ctx: ContextoDeTitular,
  folio: string,
): Promise<Result<{ folio: string }, BajaError>> {
  const { titularId } = ctx.actor;
  return runSealed(ctx, TRANSACCION_MASIVA, async (tx, ctx) => {
    await lockTitular(tx, titularId);
    await cancelMediosVencidos(tx, ctx, { titularId });
    return (await settleBaja(tx, ctx, folio)) ? ok({ folio }) : fail('BAJA_NO_PROCEDE');
  });
}

/** En proceso or Validado → Baja with acuse, bitácora and alarm, in the caller's transaction; false when it was neither. */
export async function settleBaja(tx: Tx, ctx: ContextoDeTitular, folio: string): Promise<boolean> {
  const { titularId, rfc, nombre, serie } = ctx.actor;
  const aLaVez = await holdBaja(tx, ctx, folio, { isParcial: false });
  const now = aLaVez.now();
  const [medio] = await tx.medioDeContacto.updateManyAndReturn({
    where: { folio, titularId, estado: { in: estadosHacia('BAJA') } },
    data: { estado: 'BAJA', fechaDeBaja: now },
    select: { id: true, mecanismo: true, valor: true, valorComparable: true, fechaDeValidacion: true },
  });
  if (!medio) return false;
  const { id, mecanismo, valor, valorComparable, fechaDeValidacion } = medio;
  const fecha = now.toISOString();
  await appendBitacora(tx, aLaVez, { evento: 'MEDIO_DADO_DE_BAJA', folio, datos: { mecanismo } });
  const acuseId = await issueAcuse(tx, aLaVez, titularId, {
    tipo: 'BAJA',
    folio,
    fecha,
    rfc,
    nombre,
    medio: { mecanismo, valor },
    registros: await summarizeRegistros(tx, id, now),
    fechaDeBaja: fecha,
    serieDelFirmante: serie,
  });
  // Whoever takes a Buzón over removes its only contact first: that one has to hear of it.
  const also = fechaDeValidacion ? { mecanismo, valor, valorComparable } : undefined;
  await tellContactos(tx, aLaVez, { titularId, tipo: 'MEDIO_ELIMINADO', medioId: id, acuseId, also });
  return true;
}

/** After the validation, whose acuse names those that had not left by its date. */
export async function holdBaja<Ctx extends Pick<Contexto, 'now'>>(
  tx: Tx,
  ctx: Ctx,
  folio: string,
  { isParcial }: { isParcial: boolean },
): Promise<Ctx> {
  const [medio] = await tx.$queryRaw<[{ despuesDe: Date }?]>`
    SELECT instante_de_baja(id, ${isParcial}) AS "despuesDe" FROM medio_de_contacto WHERE folio = ${folio}`;
  return holdInstante(ctx, medio?.despuesDe);
}

/** Whether an active Buzón would be left without notices (dominio.md, «Rules»). Null when there is none to remove. */
export async function checkRemoval(ctx: ContextoDeTitular, folio: string) {
  const medio = await ctx.db.medioDeContacto.findUnique({
    where: { folio, titularId: ctx.actor.titularId, estado: { in: estadosHacia('BAJA') } },
    select: { folio: true, mecanismo: true, valor: true, estado: true, registros: true },
  });
  if (!medio) return null;
  const [others, activas] = await Promise.all([
    ctx.db.medioDeContacto.count({
      where: {
        titularId: ctx.actor.titularId,
        mecanismo: medio.mecanismo,
        estado: 'VALIDADO',
        folio: { not: folio },
        registros: null,
      },
    }),
    ctx.db.solicitud.count({ where: { titularId: ctx.actor.titularId, estado: 'FIRMADA' } }),
  ]);
  const isLastOfRfc = medio.registros === null && medio.estado === 'VALIDADO' && others === 0;
  return { ...medio, leavesWithoutAvisos: isLastOfRfc && activas > 0 };
}
