import type { EnlaceError } from '#domain/medio-de-contacto/errores.ts';
import { estadoVigente } from '#domain/medio-de-contacto/plazo.ts';
import { fail, ok } from '#domain/result.ts';
import type { Contexto } from '#tramites/contexto.ts';
import { hasClave, isTokenOf, readMedioId } from '#tramites/enlace/enlace-de-correo.ts';

const SELECT = {
  id: true,
  folio: true,
  titularId: true,
  claveId: true,
  estado: true,
  fechaDeRegistro: true,
  venceEn: true,
  ajenoEn: true,
  reabiertoEn: true,
  valorComparable: true,
};

export type MedioDeEnlace = NonNullable<Awaited<ReturnType<typeof find>>>;

/** An invented token and a foreign one look the same; one whose key left AUTH_SECRET proves nothing. */
export async function findMedioByToken(ctx: Contexto, token: string) {
  const id = readMedioId(token);
  const medio = id === null ? null : await find(ctx, id);
  if (!medio) return fail('ENLACE_DESCONOCIDO');
  if (!hasClave(ctx.claves, medio)) return fail('ENLACE_SIN_CLAVE');
  return isTokenOf(ctx.claves, medio, token) ? ok(medio) : fail('ENLACE_DESCONOCIDO');
}

function find({ db }: Contexto, id: string) {
  return db.medioDeContacto.findUnique({ where: { id, mecanismo: 'CORREO_ELECTRONICO' }, select: SELECT });
}

/** The medio that the link of the last yearly message asks about, and whether somebody has answered. Reads only. */
export async function findMedioPorConfirmar(ctx: Contexto, token: string) {
  const id = readMedioId(token);
  const select = { ...SELECT, mecanismo: true, confirmacionPedidaEn: true, confirmadoEn: true };
  const medio = id === null ? null : await ctx.db.medioDeContacto.findUnique({ where: { id }, select });
  if (!medio?.confirmacionPedidaEn) return fail('ENLACE_DESCONOCIDO');
  if (!hasClave(ctx.claves, medio)) return fail('ENLACE_SIN_CLAVE');
  const { confirmadoEn, confirmacionPedidaEn } = medio;
  if (!isTokenOf(ctx.claves, medio, token, confirmacionPedidaEn)) return fail('ENLACE_DESCONOCIDO');
  if (medio.estado !== 'VALIDADO') return fail('ENLACE_DE_MEDIO_DADO_DE_BAJA');
  return ok({ ...medio, isConfirmado: confirmadoEn !== null && confirmadoEn >= confirmacionPedidaEn });
}

export type Enlace =
  /** `isOwn`: the visitor's session is the titular's; another titular's session counts as none. */
  | { situacion: 'POR_VALIDAR'; isOwn: boolean }
  | { situacion: 'VALIDADO'; isOwn: boolean }
  | { situacion: 'RECHAZADO'; error: EnlaceError };

/** What the page of a link may show to whoever opens it. Reads only: a GET never validates. */
export async function findEnlace(ctx: Contexto, token: string): Promise<Enlace> {
  const found = await findMedioByToken(ctx, token);
  if (!found.ok) return { situacion: 'RECHAZADO', error: found.error };
  const medio = found.value;
  const isOwn = ctx.actor.tipo === 'TITULAR' && ctx.actor.titularId === medio.titularId;
  switch (estadoVigente(medio, ctx.now())) {
    case 'EN_PROCESO':
      return { situacion: 'POR_VALIDAR', isOwn };
    case 'VALIDADO':
      return { situacion: 'VALIDADO', isOwn };
    case 'BAJA':
      return { situacion: 'RECHAZADO', error: 'ENLACE_DE_MEDIO_DADO_DE_BAJA' };
    case 'CANCELADO':
      if (medio.reabiertoEn) return { situacion: 'RECHAZADO', error: 'ENLACE_REABIERTO' };
      return { situacion: 'RECHAZADO', error: medio.ajenoEn ? 'ENLACE_AJENO' : 'ENLACE_VENCIDO' };
  }
}
