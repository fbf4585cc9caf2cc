import { fail, ok, type Result } from '#domain/result.ts';
import { parseRfc } from '#domain/rfc.ts';
import type { RolDeSoporte } from '#domain/soporte/rol-de-soporte.ts';
import type { RolError } from '#domain/soporte/rol-error.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { ContextoDeRoles } from './give-rol.ts';

/** Takes a person's role: their open sessions end at this instant. What they did stays under their name. */
export async function takeRol(
  ctx: ContextoDeRoles,
  rfc: string,
): Promise<Result<{ rfc: string; rol: RolDeSoporte }, RolError>> {
  const parsed = parseRfc(rfc);
  if (!parsed.ok) return fail('RFC_DE_SOPORTE_NO_VALIDO');
  if (ctx.actor.tipo === 'SOPORTE' && ctx.actor.rfc === parsed.value) return fail('ROL_PROPIO');
  const now = ctx.now();
  return ctx.db.$transaction(async (tx) => {
    const [miembro] = await tx.miembroDeSoporte.updateManyAndReturn({
      where: { rfc: parsed.value, bajaEn: null },
      data: { bajaEn: now },
      select: { id: true, rol: true },
    });
    if (!miembro) return fail('SIN_ROL');
    const { id: miembroId, rol } = miembro;
    const { count: sesiones } = await tx.sesionDeSoporte.updateMany({
      where: { miembroId, cerradaEn: null },
      data: { cerradaEn: now },
    });
    await appendBitacora(tx, ctx, { evento: 'ROL_QUITADO', datos: { miembroId, rol, sesiones } });
    return ok({ rfc: parsed.value, rol });
  });
}
