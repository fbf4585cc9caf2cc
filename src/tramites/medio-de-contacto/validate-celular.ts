import { codeFromHmac, readCodigos } from '#domain/medio-de-contacto/codigo.ts';
import type { CodigoError } from '#domain/medio-de-contacto/errores.ts';
import { INTENTOS_POR_MEDIO, INTENTOS_POR_NUMERO_Y_DIA } from '#domain/medio-de-contacto/limites.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { runSealed } from '#tramites/acuse/run-sealed.ts';
import { tellContactos } from '#tramites/aviso/tell-contactos.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { ContextoDeTitular, Tx } from '#tramites/contexto.ts';
import { holdInstante } from '#tramites/instante/hold-instante.ts';
import { TRANSACCION_MASIVA } from '#tramites/registro-patronal/transaccion-masiva.ts';
import { cancelMediosVencidos } from './cancel-medios-vencidos.ts';
import { lockDestino, lockTitular } from './lock.ts';
import { settleValidacion } from './settle-validacion.ts';

interface Celular {
  id: string;
  folio: string;
  valor: string;
  valorComparable: string;
  claveId: string;
  fechaDeRegistro: Date;
  intentosFallidos: number;
}

/** Guide V, steps 10 to 13. Every code compared is counted, whatever comes of it; the tenth wrong one cancels. */
export async function validateCelular(
  ctx: ContextoDeTitular,
  input: { folio: string; codigo: string },
): Promise<Result<{ folio: string }, CodigoError>> {
  const [codigo, ...otros] = readCodigos(input.codigo);
  if (codigo === undefined) return fail({ codigo: 'CODIGO_MAL_FORMADO' });
  if (otros.length > 0) return fail({ codigo: 'CODIGO_AMBIGUO' });
  return runSealed(ctx, TRANSACCION_MASIVA, async (tx, ctx) => {
    await lockTitular(tx, ctx.actor.titularId);
    const medio = await findCelular(tx, ctx, input.folio);
    if (!medio) return fail({ codigo: 'CODIGO_DE_MEDIO_DESCONOCIDO' });
    if (medio.estado === 'VALIDADO') return ok({ folio: medio.folio });
    const vencidos = await cancelMediosVencidos(tx, ctx, { id: medio.id });
    if (vencidos.length > 0 || medio.estado !== 'EN_PROCESO') return fail({ codigo: reasonOf(medio.intentosFallidos) });
    await lockDestino(tx, medio.valorComparable);
    if (await isNumeroAgotado(tx, ctx, medio.valorComparable)) return fail({ codigo: 'NUMERO_AGOTADO' });
    return compareCodigo(tx, ctx, medio, codigo);
  });
}

function findCelular(tx: Tx, ctx: ContextoDeTitular, folio: string) {
  return tx.medioDeContacto.findUnique({
    where: { folio, titularId: ctx.actor.titularId, mecanismo: 'TELEFONO' },
    select: {
      id: true,
      folio: true,
      estado: true,
      valor: true,
      valorComparable: true,
      claveId: true,
      fechaDeRegistro: true,
      intentosFallidos: true,
    },
  });
}

function reasonOf(intentosFallidos: number) {
  return intentosFallidos >= INTENTOS_POR_MEDIO ? 'CODIGO_AGOTADO' : 'CODIGO_VENCIDO';
}

async function isNumeroAgotado(tx: Tx, ctx: ContextoDeTitular, valorComparable: string): Promise<boolean> {
  const since = new Date(ctx.now().getTime() - 24 * 60 * 60 * 1000);
  const tried = await tx.intentoDeCodigo.count({ where: { valorComparable, fecha: { gt: since } } });
  return tried >= INTENTOS_POR_NUMERO_Y_DIA;
}

async function compareCodigo(
  tx: Tx,
  ctx: ContextoDeTitular,
  medio: Celular,
  codigo: string,
): Promise<Result<{ folio: string }, CodigoError>> {
  const hmac = ctx.claves.derive(medio.claveId, 'codigo-de-celular', medio.id);
  if (hmac === null) return fail({ codigo: 'CODIGO_SIN_CLAVE' });
  const correcto = codeFromHmac(hmac) === codigo;
  await tx.intentoDeCodigo.create({
    data: { medioId: medio.id, valorComparable: medio.valorComparable, fecha: ctx.now(), correcto },
    select: { id: true },
  });
  if (!correcto) return countFailure(tx, ctx, medio);
  const isSettled = await settleValidacion(tx, ctx, medio.id, 'CODIGO');
  return isSettled ? ok({ folio: medio.folio }) : fail({ codigo: 'CODIGO_VENCIDO' });
}

async function countFailure(tx: Tx, ctx: ContextoDeTitular, medio: Celular): Promise<Result<never, CodigoError>> {
  const intentosFallidos = medio.intentosFallidos + 1;
  const aLaVez = holdInstante(ctx, medio.fechaDeRegistro);
  const isLast = intentosFallidos >= INTENTOS_POR_MEDIO;
  await tx.medioDeContacto.update({
    where: { id: medio.id },
    data: isLast ? { intentosFallidos, estado: 'CANCELADO', fechaDeCancelacion: aLaVez.now() } : { intentosFallidos },
    select: { id: true },
  });
  await appendBitacora(tx, aLaVez, { evento: 'CODIGO_INCORRECTO', folio: medio.folio, datos: { intentosFallidos } });
  if (!isLast) return fail({ codigo: 'CODIGO_INCORRECTO', intentosRestantes: INTENTOS_POR_MEDIO - intentosFallidos });
  await appendBitacora(tx, aLaVez, { evento: 'MEDIO_CANCELADO', folio: medio.folio, datos: { causa: 'INTENTOS' } });
  await tellContactos(tx, aLaVez, {
    titularId: ctx.actor.titularId,
    tipo: 'MEDIO_CANCELADO',
    medioId: medio.id,
    orElse: { mecanismo: 'TELEFONO', valor: medio.valor, valorComparable: medio.valorComparable },
  });
  return fail({ codigo: 'CODIGO_AGOTADO' });
}
