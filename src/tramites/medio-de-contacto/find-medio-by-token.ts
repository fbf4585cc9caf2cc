import type { EnlaceError } from '#domain/medio-de-contacto/errores.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { Contexto } from '#tramites/contexto.ts';
import { hasClave, isTokenOf, readMedioId } from '../enlace/enlace-de-correo.ts';

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
export async function findMedioByToken(
  ctx: Contexto,
  token: string,
): Promise<Result<MedioDeEnlace, Extract<EnlaceError, 'ENLACE_DESCONOCIDO' | 'ENLACE_SIN_CLAVE'>>> {
  const id = readMedioId(token);
  const medio = id === null ? null : await find(ctx, id);
  if (!medio) return fail('ENLACE_DESCONOCIDO');
  if (!hasClave(ctx.claves, medio)) return fail('ENLACE_SIN_CLAVE');
  return isTokenOf(ctx.claves, medio, token) ? ok(medio) : fail('ENLACE_DESCONOCIDO');
}

function find({ db }: Contexto, id: string) {
  return db.medioDeContacto.findUnique({ where: { id, mecanismo: 'CORREO_ELECTRONICO' }, select: SELECT });
}
