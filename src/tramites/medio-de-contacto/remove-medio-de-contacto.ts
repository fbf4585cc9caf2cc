import type { BajaDelUltimo } from '#domain/efirma/cadena-de-acto.ts';
import { estadosHacia } from '#domain/medio-de-contacto/estado.ts';
import { fail, ok } from '#domain/result.ts';
import { issueAcuse, runSealed } from '#tramites/acuse/issue-acuse.ts';
import { tellContactos } from '#tramites/aviso/tell-contactos.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { FirmaRecibida, Navegador } from '#tramites/challenge/issue-challenge.ts';
import { type ContextoDeTitular, holdInstante, lockTitular, type Tx } from '#tramites/contexto.ts';
import { type ActoVerificado, insertActo, prepareActo, verifyActo } from '#tramites/efirma/verify-acto.ts';
import { summarizeRegistros, TRANSACCION_MASIVA } from '#tramites/registro-patronal/summarize-registros.ts';
import { mediosDe } from '#tramites/vigencia/alcance.ts';
import { cancelMediosVencidos } from './cancel-medio.ts';
import { datosDeAcuse } from './insert-medio.ts';

/**
 * Guide V, step 19. One that is no longer En proceso or Validado, or is somebody else's, is not removed; the last that
 * works of an active Buzón, by a signed act alone.
 */
export async function removeMedioDeContacto(ctx: ContextoDeTitular, folio: string, acto?: ActoVerificado) {
  const { titularId } = ctx.actor;
  return runSealed(ctx, TRANSACCION_MASIVA, async (tx, ctx) => {
    await lockTitular(tx, titularId);
    await cancelMediosVencidos(tx, ctx, { titularId });
    return settleBaja(tx, ctx, folio, acto);
  });
}

/** En proceso or Validado → Baja with acuse, bitácora and alarm, in the caller's transaction, with the titular in hand. */
export async function settleBaja(tx: Tx, ctx: ContextoDeTitular, folio: string, acto?: ActoVerificado) {
  const { pideFirma } = (await checkRemoval({ ...ctx, db: tx }, folio)) ?? {};
  if (pideFirma && !acto) return fail('BAJA_PIDE_FIRMA');
  const { titularId } = ctx.actor;
  const aLaVez = await holdBaja(tx, ctx, folio, false);
  const now = aLaVez.now();
  const [medio] = await tx.medioDeContacto.updateManyAndReturn({
    where: { folio, ...mediosDe(ctx), estado: { in: estadosHacia('BAJA') } },
    data: { estado: 'BAJA', fechaDeBaja: now },
    select: { id: true, mecanismo: true, valor: true, valorComparable: true, fechaDeValidacion: true },
  });
  if (!medio) return fail('BAJA_NO_PROCEDE');
  const { id, mecanismo, valor, valorComparable, fechaDeValidacion } = medio;
  if (acto) await insertActo(tx, ctx, acto);
  const datos = { mecanismo, ...(acto && { actoId: acto.id }) };
  await appendBitacora(tx, aLaVez, { evento: 'MEDIO_DADO_DE_BAJA', folio, datos });
  const acuseId = await issueAcuse(tx, aLaVez, titularId, {
    tipo: 'BAJA',
    ...datosDeAcuse(aLaVez, folio, medio, await summarizeRegistros(tx, id, now)),
    fechaDeBaja: now.toISOString(),
  });
  // Whoever takes a Buzón over removes its only contact first: that one has to hear of it.
  const also = fechaDeValidacion ? { mecanismo, valor, valorComparable } : undefined;
  await tellContactos(tx, aLaVez, { titularId, tipo: 'MEDIO_ELIMINADO', medioId: id, acuseId, also });
  return ok({ folio });
}

/** After the validation, whose acuse names those that had not left by its date. */
export async function holdBaja(tx: Tx, ctx: ContextoDeTitular, folio: string, isParcial: boolean) {
  const [medio] = await tx.$queryRaw<[{ despuesDe: Date }?]>`
    SELECT instante_de_baja(id, ${isParcial}) AS "despuesDe" FROM medio_de_contacto WHERE folio = ${folio}`;
  return holdInstante(ctx, medio?.despuesDe);
}

/**
 * Whether an active Buzón would be left without notices of its kind (dominio.md, «Rules»), or of any: that is signed.
 * Null when there is none to remove.
 */
export async function checkRemoval(ctx: Pick<ContextoDeTitular, 'actor'> & { db: Tx }, folio: string) {
  const medio = await ctx.db.medioDeContacto.findUnique({
    where: { folio, ...mediosDe(ctx), estado: { in: estadosHacia('BAJA') } },
    select: { folio: true, mecanismo: true, valor: true, estado: true, registros: true },
  });
  if (!medio) return null;
  const [others, activas] = await Promise.all([
    ctx.db.medioDeContacto.findMany({
      where: { titularId: ctx.actor.titularId, estado: 'VALIDADO', folio: { not: folio }, registros: null },
      select: { mecanismo: true },
    }),
    ctx.db.solicitud.count({ where: { titularId: ctx.actor.titularId, estado: 'FIRMADA' } }),
  ]);
  const isContacto = activas > 0 && medio.registros === null && medio.estado === 'VALIDADO';
  const leavesWithoutAvisos = isContacto && others.every(({ mecanismo }) => mecanismo !== medio.mecanismo);
  return { ...medio, leavesWithoutAvisos, pideFirma: isContacto && others.length === 0 };
}

/** What would be signed; null where the removal asks for no signature, and for a representative: it is the titular's own. */
export async function findActoDeBaja(ctx: ContextoDeTitular, folio: string): Promise<BajaDelUltimo | null> {
  const medio = await checkRemoval(ctx, folio);
  if (!medio?.pideFirma || ctx.actor.porConducto) return null;
  const { mecanismo, valor } = medio;
  return { tipo: 'ELIMINAR_ULTIMO_MEDIO', folio, mecanismo, valor };
}

/** «Firmar y eliminar»: the last medio that works of an active Buzón, by whoever proves anew that they are its titular. */
export async function signBaja(ctx: ContextoDeTitular, folio: string, firma: FirmaRecibida) {
  const acto = await findActoDeBaja(ctx, folio);
  if (!acto) return fail('BAJA_NO_PROCEDE');
  const verified = await verifyActo(ctx, acto, firma);
  return verified.ok ? removeMedioDeContacto(ctx, folio, verified.value) : verified;
}

export async function prepareBaja(ctx: ContextoDeTitular, folio: string, navegador: Navegador) {
  const acto = await findActoDeBaja(ctx, folio);
  return acto ? ok(await prepareActo(ctx, acto, navegador)) : fail('BAJA_NO_PROCEDE');
}
