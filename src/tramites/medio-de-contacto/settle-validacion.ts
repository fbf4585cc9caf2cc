import type { Mecanismo } from '#domain/medio-de-contacto/mecanismo.ts';
import { issueAcuse } from '#tramites/acuse/issue-acuse.ts';
import { createAviso } from '#tramites/aviso/create-aviso.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { Contexto, Tx } from '#tramites/contexto.ts';
import { summarizeRegistros } from '#tramites/registro-patronal/summarize-registros.ts';

/** How a medio was proved: by the titular's session, or by whoever holds the link (control of the address alone). */
export type Prueba = 'ENLACE' | 'ENLACE_CON_SESION' | 'CODIGO';

/**
 * En proceso → Validado, if the 72 hours have not passed at this instant. The row count is the verdict: false means
 * that someone else settled it first or that it is late. With it go the acuse, the confirmation and the bitácora.
 */
export async function settleValidacion(tx: Tx, ctx: Contexto, medioId: string, prueba: Prueba): Promise<boolean> {
  const now = ctx.now();
  const [medio] = await tx.medioDeContacto.updateManyAndReturn({
    where: { id: medioId, estado: 'EN_PROCESO', venceEn: { gt: now } },
    data: { estado: 'VALIDADO', fechaDeValidacion: now },
    select: { folio: true, titularId: true, mecanismo: true, valor: true, valorComparable: true },
  });
  if (!medio) return false;
  const { folio, titularId, mecanismo, valor, valorComparable } = medio;
  const titular = await tx.titular.findUniqueOrThrow({
    where: { id: titularId },
    select: { rfc: true, nombre: true },
  });
  await appendBitacora(tx, ctx, { evento: 'MEDIO_VALIDADO', titularId, folio, datos: { mecanismo, prueba } });
  await issueAcuse(tx, ctx, titularId, {
    tipo: 'VALIDACION',
    folio,
    fecha: now.toISOString(),
    ...titular,
    medio: { mecanismo, valor },
    registros: await summarizeRegistros(tx, medioId, now),
    serieDelFirmante: ctx.actor.tipo === 'TITULAR' && ctx.actor.titularId === titularId ? ctx.actor.serie : null,
  });
  const destino = { mecanismo, valor, valorComparable };
  await createAviso(tx, ctx, { titularId, medioId, tipo: confirmacionDe(mecanismo), destino });
  return true;
}

function confirmacionDe(mecanismo: Mecanismo) {
  return mecanismo === 'TELEFONO' ? 'CELULAR_VALIDADO' : 'CORREO_VALIDADO';
}
