import type { BajaError } from '#domain/medio-de-contacto/errores.ts';
import type { Mecanismo } from '#domain/medio-de-contacto/mecanismo.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { issueAcuse, runSealed } from '#tramites/acuse/issue-acuse.ts';
import { tellContactos } from '#tramites/aviso/tell-contactos.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import { type ContextoDeTitular, lockTitular, type Tx } from '#tramites/contexto.ts';
import { issueFolio } from '#tramites/folio/issue-folio.ts';
import { type ResumenDeRegistros, TRANSACCION_MASIVA } from '#tramites/registro-patronal/summarize-registros.ts';
import { mediosDe } from '#tramites/vigencia/alcance.ts';
import { cancelMediosVencidos } from './cancel-medio.ts';
import { datosDeAcuse } from './insert-medio.ts';
import { holdBaja, settleBaja } from './remove-medio-de-contacto.ts';

type Medio = Record<'id' | 'folio' | 'valor', string> & { mecanismo: Mecanismo };

/** Guide VI, step 19: a folio and an acuse of its own. When none would be left the medio itself is removed. */
export async function removeRegistrosDeMedio(
  ctx: ContextoDeTitular,
  { folio, numeros }: { folio: string; numeros: string[] },
): Promise<Result<{ folio: string }, BajaError>> {
  const { titularId } = ctx.actor;
  return runSealed(ctx, TRANSACCION_MASIVA, async (tx, ctx) => {
    await lockTitular(tx, titularId);
    await cancelMediosVencidos(tx, ctx, { titularId });
    const medio = await tx.medioDeContacto.findUnique({
      where: { folio, ...mediosDe(ctx), estado: { in: ['EN_PROCESO', 'VALIDADO'] }, registros: { not: null } },
      select: { id: true, folio: true, mecanismo: true, valor: true, registros: true },
    });
    if (!medio) return fail('BAJA_NO_PROCEDE');
    const wanted = { medioId: medio.id, fechaDeBaja: null, numero: { in: numeros } };
    const leaving = await tx.alcanceDeMedio.count({ where: wanted });
    if (leaving === 0) return fail('BAJA_NO_PROCEDE');
    if (leaving === medio.registros) return settleBaja(tx, ctx, folio);
    return ok({ folio: await settleRegistros(tx, ctx, medio, numeros) });
  });
}

async function settleRegistros(tx: Tx, asked: ContextoDeTitular, medio: Medio, numeros: string[]): Promise<string> {
  const ctx = await holdBaja(tx, asked, medio.folio, true);
  const { titularId } = ctx.actor;
  const { id, mecanismo } = medio;
  const now = ctx.now();
  const folio = await issueFolio(tx, ctx);
  const registros = await endAlcances(tx, { medioId: id, folio, now, numeros });
  const datos = { mecanismo, registros: registros.total, folioDeBaja: folio };
  await appendBitacora(tx, ctx, { evento: 'REGISTROS_DADOS_DE_BAJA', folio: medio.folio, datos });
  const acuseId = await issueAcuse(tx, ctx, titularId, {
    tipo: 'BAJA',
    ...datosDeAcuse(ctx, folio, medio, registros),
    folioDelMedio: medio.folio,
    fechaDeBaja: now.toISOString(),
  });
  await tellContactos(tx, ctx, { titularId, tipo: 'REGISTROS_ELIMINADOS', medioId: id, acuseId });
  return folio;
}

async function endAlcances(
  tx: Tx,
  { medioId, folio, now, numeros }: { medioId: string; folio: string; now: Date; numeros: string[] },
): Promise<ResumenDeRegistros> {
  const [registros] = await tx.$queryRaw<[ResumenDeRegistros]>`
    WITH fuera AS (
      UPDATE alcance_de_medio SET lugar = NULL, fecha_de_baja = ${now}, folio_de_baja = ${folio}
      WHERE medio_id = ${medioId}::uuid AND fecha_de_baja IS NULL AND numero = ANY (${numeros}::bpchar[])
      RETURNING numero
    )
    SELECT count(*)::int AS total,
      encode(sha256(convert_to(string_agg(numero || E'\n', '' ORDER BY numero), 'UTF8')), 'hex') AS sha256
    FROM fuera`;
  return registros;
}
