import { fail, ok, type Result } from '#domain/result.ts';
import { isPersonaMoral, parseRfc } from '#domain/rfc.ts';
import type { RolError } from '#domain/soporte/errores.ts';
import type { AltaDeSoporte } from '#domain/soporte/peticion-de-rol.ts';
import { ROLES_DE_SOPORTE, type RolDeSoporte } from '#domain/soporte/rol-de-soporte.ts';
import { cleanText } from '#formats/texto/texto-limpio.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { Contexto, Tx } from '#tramites/contexto.ts';

const NOMBRE_MAXIMO = 250;

/** The operator, from the command line: whoever holds the database. A member who supervises signs (sign-rol.ts). */
type ContextoDeRoles = Pick<Contexto, 'db' | 'now'> & { actor: { tipo: 'SISTEMA' } };

type ContextoDeCambio = Pick<Contexto, 'now' | 'actor'>;

/** Open sessions have it at once. Giving the same again changes and records nothing. */
export async function giveRol(ctx: ContextoDeRoles, alta: AltaDeSoporte) {
  const parsed = checkAlta(alta);
  if (!parsed.ok) return parsed;
  return ctx.db.$transaction(async (tx) => ok(await storeRol(tx, ctx, parsed.value)));
}

/** For a person alone, with a name and a role that there is. */
export function checkAlta(alta: AltaDeSoporte): Result<AltaDeSoporte<RolDeSoporte>, RolError> {
  const rfc = parseRfc(alta.rfc);
  if (!rfc.ok || isPersonaMoral(rfc.value)) return fail('RFC_DE_SOPORTE_NO_VALIDO');
  const nombre = cleanText(alta.nombre);
  if (nombre === '' || nombre.length > NOMBRE_MAXIMO) return fail('NOMBRE_DE_SOPORTE_FALTA');
  const rol = ROLES_DE_SOPORTE.find((each) => each === alta.rol);
  if (!rol) return fail('ROL_DESCONOCIDO');
  return ok({ rfc: rfc.value, nombre, rol });
}

/** In the transaction of the act that it is done by, where it was signed. */
export async function storeRol(
  tx: Tx,
  ctx: ContextoDeCambio,
  { rfc, nombre, rol }: AltaDeSoporte<RolDeSoporte>,
  acto?: { actoId: string },
) {
  const before = await tx.miembroDeSoporte.findUnique({ where: { rfc }, select: { rol: true, bajaEn: true } });
  const antes = before && !before.bajaEn ? before.rol : null;
  const { id: miembroId } = await tx.miembroDeSoporte.upsert({
    where: { rfc },
    create: { rfc, nombre, rol, altaEn: ctx.now() },
    update: antes ? { nombre, rol } : { nombre, rol, altaEn: ctx.now(), bajaEn: null },
    select: { id: true },
  });
  if (antes !== rol) await appendBitacora(tx, ctx, { evento: 'ROL_DADO', datos: { miembroId, rol, antes, ...acto } });
  return { rfc, rol, antes };
}

/** Takes a person's role: their open sessions end at this instant. What they did stays under their name. */
export async function removeRol(ctx: ContextoDeRoles, rfc: string) {
  const parsed = parseRfc(rfc);
  if (!parsed.ok) return fail('RFC_DE_SOPORTE_NO_VALIDO');
  return ctx.db.$transaction((tx) => settleSinRol(tx, ctx, parsed.value));
}

/** In the transaction of the act that it is done by, where it was signed. */
export async function settleSinRol(tx: Tx, ctx: ContextoDeCambio, rfc: string, acto?: { actoId: string }) {
  const [miembro] = await tx.$queryRaw<[{ miembroId: string; rol: RolDeSoporte }?]>`
      UPDATE miembro_de_soporte SET baja_en = greatest(${ctx.now()}, alta_en)
      WHERE rfc = ${rfc} AND baja_en IS NULL RETURNING id AS "miembroId", rol::text`;
  if (!miembro) return fail('SIN_ROL');
  const { miembroId, rol } = miembro;
  const sesiones = await tx.$executeRaw`
      UPDATE sesion_de_soporte SET cerrada_en = greatest(${ctx.now()}, ultima_actividad_en)
      WHERE miembro_id = ${miembroId}::uuid AND cerrada_en IS NULL`;
  await appendBitacora(tx, ctx, { evento: 'ROL_QUITADO', datos: { miembroId, rol, sesiones, ...acto } });
  return ok({ rfc, rol });
}
