import type { Contexto } from '#tramites/contexto.ts';
import { isTokenOf, readMedioId } from './enlace-de-correo.ts';

/** The medio whose link carries this token, or null: an invented token and a foreign one look the same. */
export async function findMedioByToken(ctx: Contexto, token: string) {
  const id = readMedioId(token);
  if (id === null) return null;
  const medio = await ctx.db.medioDeContacto.findUnique({
    where: { id, mecanismo: 'CORREO_ELECTRONICO' },
    select: {
      id: true,
      folio: true,
      titularId: true,
      claveId: true,
      estado: true,
      fechaDeRegistro: true,
      venceEn: true,
      ajenoEn: true,
    },
  });
  return medio && isTokenOf(ctx.claves, medio, token) ? medio : null;
}

export type MedioDelEnlace = NonNullable<Awaited<ReturnType<typeof findMedioByToken>>>;
