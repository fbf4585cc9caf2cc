import type { EnlaceError } from '#domain/medio-de-contacto/errores.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { Contexto } from '#tramites/contexto.ts';
import { hasClave, isTokenOf, readMedioId } from './enlace-de-correo.ts';

const SELECT = { id: true, folio: true, titularId: true, claveId: true, estado: true, venceEn: true, ajenoEn: true };

/** The part of a medio that its link is about. */
type MedioDeEnlace = Awaited<ReturnType<typeof find>>;

/**
 * The medio whose link carries this token. An invented token and a foreign one look the same. One whose key left
 * AUTH_SECRET cannot be judged: it proves nothing, and whoever holds it is told that a new one is needed.
 */
export async function findMedioByToken(
  ctx: Contexto,
  token: string,
): Promise<Result<NonNullable<MedioDeEnlace>, Extract<EnlaceError, 'ENLACE_DESCONOCIDO' | 'ENLACE_SIN_CLAVE'>>> {
  const id = readMedioId(token);
  const medio = id === null ? null : await find(ctx, id);
  if (!medio) return fail('ENLACE_DESCONOCIDO');
  if (!hasClave(ctx.claves, medio)) return fail('ENLACE_SIN_CLAVE');
  return isTokenOf(ctx.claves, medio, token) ? ok(medio) : fail('ENLACE_DESCONOCIDO');
}

function find({ db }: Contexto, id: string) {
  return db.medioDeContacto.findUnique({ where: { id, mecanismo: 'CORREO_ELECTRONICO' }, select: SELECT });
}
