import { conductoDeAcuse, issueAcuse } from '#tramites/acuse/issue-acuse.ts';
import { createAviso } from '#tramites/aviso/create-aviso.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import { type Contexto, holdInstante, type Tx } from '#tramites/contexto.ts';
import { summarizeRegistros } from '#tramites/registro-patronal/summarize-registros.ts';

/** How a medio was proved: by the titular's session, or by whoever holds the link (control of the address alone). */
type Prueba = 'ENLACE' | 'ENLACE_CON_SESION' | 'CODIGO';

/** The row count is the verdict: false means that someone else settled it first or that it is late. */
export async function settleValidacion(tx: Tx, ctx: Contexto, medioId: string, prueba: Prueba): Promise<boolean> {
  const aLaVez = await holdAfterPlazo(tx, ctx, medioId);
  const now = aLaVez.now();
  const [medio] = await tx.medioDeContacto.updateManyAndReturn({
    where: { id: medioId, estado: 'EN_PROCESO', venceEn: { gt: ctx.now() } },
    data: { estado: 'VALIDADO', fechaDeValidacion: now },
    select: { folio: true, titularId: true, mecanismo: true, valor: true, valorComparable: true },
  });
  if (!medio) return false;
  const { folio, titularId, mecanismo, valor, valorComparable } = medio;
  const deTitular = { where: { id: titularId }, select: { rfc: true, nombre: true } } as const;
  const titular = await tx.titular.findUniqueOrThrow(deTitular);
  const quien = ctx.actor.tipo === 'TITULAR' && ctx.actor.titularId === titularId ? ctx.actor : null;
  await appendBitacora(tx, aLaVez, { evento: 'MEDIO_VALIDADO', titularId, folio, datos: { mecanismo, prueba } });
  const acuseId = await issueAcuse(tx, aLaVez, titularId, {
    tipo: 'VALIDACION',
    folio,
    fecha: now.toISOString(),
    ...titular,
    ...(quien && conductoDeAcuse(quien)),
    medio: { mecanismo, valor },
    registros: await summarizeRegistros(tx, medioId, now),
    serieDelFirmante: quien?.serie ?? null,
  });
  const destino = { mecanismo, valor, valorComparable };
  const tipo = mecanismo === 'TELEFONO' ? 'CELULAR_VALIDADO' : 'CORREO_VALIDADO';
  await createAviso(tx, aLaVez, { titularId, medioId, acuseId, tipo, destino });
  return true;
}

/** Not before its 72 hours began. The worker may be moving that of a phone: it waits. */
async function holdAfterPlazo(tx: Tx, ctx: Contexto, medioId: string): Promise<Contexto> {
  const [medio] = await tx.$queryRaw<[{ plazoDesde: Date }?]>`
    SELECT plazo_desde AS "plazoDesde" FROM medio_de_contacto WHERE id = ${medioId}::uuid FOR NO KEY UPDATE`;
  return holdInstante(ctx, medio?.plazoDesde);
}
