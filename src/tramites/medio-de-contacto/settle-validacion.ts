import { conductoDeAcuse, issueAcuse } from '#tramites/acuse/issue-acuse.ts';
import { createAviso } from '#tramites/aviso/create-aviso.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import { type Contexto, holdInstante, type Tx } from '#tramites/contexto.ts';
import { summarizeRegistros } from '#tramites/registro-patronal/summarize-registros.ts';

/** How a medio was proved: by the titular's session, or by whoever holds the link (control of the address alone). */
type Prueba = 'ENLACE' | 'ENLACE_CON_SESION' | 'CODIGO';

/** The row count is the verdict: false means that someone else settled it first or that it is late. */
export async function settleValidacion(tx: Tx, ctx: Contexto, medioId: string, prueba: Prueba): Promise<boolean> {
  const { plazoDesde, ...titular } = await lockMedio(tx, medioId);
  // Not before its 72 hours began.
  const aLaVez = holdInstante(ctx, plazoDesde);
  const now = aLaVez.now();
  const [medio] = await tx.medioDeContacto.updateManyAndReturn({
    where: { id: medioId, estado: 'EN_PROCESO', venceEn: { gt: ctx.now() } },
    data: { estado: 'VALIDADO', fechaDeValidacion: now },
    select: { folio: true, titularId: true, mecanismo: true, valor: true, valorComparable: true, registros: true },
  });
  if (!medio) return false;
  const { folio, titularId, mecanismo, valor, valorComparable } = medio;
  const quien = ctx.actor.tipo === 'TITULAR' && ctx.actor.titularId === titularId ? ctx.actor : null;
  await appendBitacora(tx, aLaVez, { evento: 'MEDIO_VALIDADO', titularId, folio, datos: { mecanismo, prueba } });
  const acuseId = await issueAcuse(tx, aLaVez, titularId, {
    tipo: 'VALIDACION',
    folio,
    fecha: now.toISOString(),
    ...titular,
    ...(quien && conductoDeAcuse(quien)),
    medio: { mecanismo, valor },
    registros: medio.registros === null ? null : await summarizeRegistros(tx, medioId, now),
    serieDelFirmante: quien?.serie ?? null,
  });
  const destino = { mecanismo, valor, valorComparable };
  const tipo = mecanismo === 'TELEFONO' ? 'CELULAR_VALIDADO' : 'CORREO_VALIDADO';
  await createAviso(tx, aLaVez, { titularId, medioId, acuseId, tipo, destino });
  return true;
}

/** With its titular, whose lock the caller holds. The worker may be moving the deadline of a phone: it waits. */
async function lockMedio(tx: Tx, medioId: string) {
  const [medio] = await tx.$queryRaw<[{ plazoDesde: Date; rfc: string; nombre: string }]>`
    SELECT plazo_desde AS "plazoDesde", rfc, nombre
    FROM medio_de_contacto AS medio JOIN titular ON titular.id = titular_id
    WHERE medio.id = ${medioId}::uuid FOR NO KEY UPDATE OF medio`;
  return medio;
}
