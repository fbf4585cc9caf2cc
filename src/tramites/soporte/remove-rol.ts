import { fail, ok, type Result } from '#domain/result.ts';
import { parseRfc } from '#domain/rfc.ts';
import type { RolDeSoporte } from '#domain/soporte/rol-de-soporte.ts';
import type { RolError } from '#domain/soporte/rol-error.ts';
import { appendBitacora } from '../bitacora/append-bitacora.ts';
import type { ContextoDeRoles } from './give-rol.ts';

/** Takes a person's role: their open sessions end at this instant. What they did stays under their name. */
export async function removeRol(
  ctx: ContextoDeRoles,
  rfc: string,
): Promise<Result<{ rfc: string; rol: RolDeSoporte }, RolError>> {
  const parsed = parseRfc(rfc);
  if (!parsed.ok) return fail('RFC_DE_SOPORTE_NO_VALIDO');
  if (ctx.actor.tipo === 'SOPORTE' && ctx.actor.rfc === parsed.value) return fail('ROL_PROPIO');
  return ctx.db.$transaction(async (tx) => {
    const [miembro] = await tx.$queryRaw<[{ miembroId: string; rol: RolDeSoporte }?]>`
      UPDATE miembro_de_soporte SET baja_en = greatest(${ctx.now()}, alta_en)
      WHERE rfc = ${parsed.value} AND baja_en IS NULL RETURNING id AS "miembroId", rol::text`;
    if (!miembro) return fail('SIN_ROL');
    const { miembroId, rol } = miembro;
    const sesiones = await tx.$executeRaw`
      UPDATE sesion_de_soporte SET cerrada_en = greatest(${ctx.now()}, ultima_actividad_en)
      WHERE miembro_id = ${miembroId}::uuid AND cerrada_en IS NULL`;
    await appendBitacora(tx, ctx, { evento: 'ROL_QUITADO', datos: { miembroId, rol, sesiones } });
    return ok({ rfc: parsed.value, rol });
  });
}
