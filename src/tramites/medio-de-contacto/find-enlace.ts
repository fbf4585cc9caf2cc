import type { EnlaceError } from '#domain/medio-de-contacto/errores.ts';
import { estadoVigente } from '#domain/medio-de-contacto/plazo.ts';
import type { Contexto } from '../contexto.ts';
import { findMedioByToken } from './find-medio-by-token.ts';

export type Enlace =
  /** `isOwn`: the visitor's session is the titular's; another titular's session counts as none. */
  | { situacion: 'POR_VALIDAR'; isOwn: boolean }
  | { situacion: 'VALIDADO' }
  | { situacion: 'RECHAZADO'; error: EnlaceError };

/** What the page of a link may show to whoever opens it. Reads only: a GET never validates. */
export async function findEnlace(ctx: Contexto, token: string): Promise<Enlace> {
  const found = await findMedioByToken(ctx, token);
  if (!found.ok) return { situacion: 'RECHAZADO', error: found.error };
  const medio = found.value;
  switch (estadoVigente(medio, ctx.now())) {
    case 'EN_PROCESO':
      return {
        situacion: 'POR_VALIDAR',
        isOwn: ctx.actor.tipo === 'TITULAR' && ctx.actor.titularId === medio.titularId,
      };
    case 'VALIDADO':
      return { situacion: 'VALIDADO' };
    case 'BAJA':
      return { situacion: 'RECHAZADO', error: 'ENLACE_DE_MEDIO_DADO_DE_BAJA' };
    case 'CANCELADO':
      if (medio.reabiertoEn) return { situacion: 'RECHAZADO', error: 'ENLACE_REABIERTO' };
      return { situacion: 'RECHAZADO', error: medio.ajenoEn ? 'ENLACE_AJENO' : 'ENLACE_VENCIDO' };
  }
}
