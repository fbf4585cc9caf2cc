import { codeFromHmac, readCodigos } from '#domain/medio-de-contacto/codigo.ts';
import type { CodigoError } from '#domain/medio-de-contacto/errores.ts';
import { DIA_MS, INCORRECTOS_POR_TITULAR_Y_DIA, INTENTOS_POR_MEDIO } from '#domain/medio-de-contacto/limites.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { runSealed } from '#tramites/acuse/issue-acuse.ts';
import { tellContactos } from '#tramites/aviso/tell-contactos.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import { type ContextoDeTitular, holdInstante, lockTitular, type Tx } from '#tramites/contexto.ts';
import { TRANSACCION_MASIVA } from '#tramites/registro-patronal/summarize-registros.ts';
import { mediosDe } from '#tramites/vigencia/alcance.ts';
import { cancelMediosVencidos } from './cancel-medio.ts';
import { settleValidacion } from './settle-validacion.ts';

type Celular = NonNullable<Awaited<ReturnType<typeof findCelular>>>;

/** Guide V, steps 10 to 13. Every code compared is counted, whatever comes of it; the tenth wrong one cancels. */
export async function validateCelular(ctx: ContextoDeTitular, input: { folio: string; codigo: string }) {
  const [codigo, ...otros] = readCodigos(input.codigo);
  if (codigo === undefined) return fail({ codigo: 'CODIGO_MAL_FORMADO' });
  if (otros.length > 0) return fail({ codigo: 'CODIGO_AMBIGUO' });
  return runSealed(ctx, TRANSACCION_MASIVA, async (tx, ctx) => {
    await lockTitular(tx, ctx.actor.titularId);
    const medio = await findCelular(tx, ctx, input.folio);
    if (!medio) return fail({ codigo: 'CODIGO_DE_MEDIO_DESCONOCIDO' });
    if (medio.estado === 'VALIDADO') return ok({ folio: medio.folio });
    const isTarde = medio.venceEn <= ctx.now();
    const vencidos = isTarde ? await cancelMediosVencidos(tx, ctx, { id: medio.id }) : [];
    if (vencidos.length > 0 || medio.estado !== 'EN_PROCESO') return fail({ codigo: reasonOf(medio.intentosFallidos) });
    if (await hasUsedUpDay(tx, ctx)) return fail({ codigo: 'INTENTOS_DEL_DIA_AGOTADOS' });
    return compareCodigo(tx, ctx, medio, codigo);
  });
}

function findCelular(tx: Tx, ctx: ContextoDeTitular, folio: string) {
  return tx.medioDeContacto.findUnique({
    where: { folio, ...mediosDe(ctx), mecanismo: 'TELEFONO' },
    select: {
      id: true,
      folio: true,
      estado: true,
      valorComparable: true,
      claveId: true,
      fechaDeRegistro: true,
      venceEn: true,
      intentosFallidos: true,
    },
  });
}

function reasonOf(intentosFallidos: number) {
  return intentosFallidos >= INTENTOS_POR_MEDIO ? 'CODIGO_AGOTADO' : 'CODIGO_VENCIDO';
}

/** Of the titular's own: what others typed for the same number counts for them alone. */
async function hasUsedUpDay(tx: Tx, { now, actor: { titularId } }: ContextoDeTitular): Promise<boolean> {
  const fecha = { gt: new Date(now().getTime() - DIA_MS) };
  const wrong = await tx.intentoDeCodigo.count({ where: { correcto: false, fecha, medio: { titularId } } });
  return wrong >= INCORRECTOS_POR_TITULAR_Y_DIA;
}

async function compareCodigo(tx: Tx, ctx: ContextoDeTitular, medio: Celular, codigo: string) {
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
  const { titularId } = ctx.actor;
  await tellContactos(tx, aLaVez, { titularId, tipo: 'MEDIO_CANCELADO', medioId: medio.id });
  return fail({ codigo: 'CODIGO_AGOTADO' });
}
