import { fail, ok, type Result } from '#domain/result.ts';
import { isPersonaMoral, parseRfc } from '#domain/rfc.ts';
import { ROLES_DE_SOPORTE, type RolDeSoporte } from '#domain/soporte/rol-de-soporte.ts';
import type { RolError } from '#domain/soporte/rol-error.ts';
import { cleanText } from '#formats/texto/texto-limpio.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { Contexto, Tx } from '#tramites/contexto.ts';

const NOMBRE_MAXIMO = 250;

export interface AltaDeSoporte {
  rfc: string;
  nombre: string;
  rol: string;
}

interface RolDado {
  rfc: string;
  rol: RolDeSoporte;
  antes: RolDeSoporte | null;
}

/** Who gives or takes roles: the operator from the command line, or a member who supervises. */
export type ContextoDeRoles = Pick<Contexto, 'db' | 'now' | 'actor'>;

/** Open sessions have it at once. Nobody changes their own. Giving the same again changes and records nothing. */
export async function giveRol(ctx: ContextoDeRoles, alta: AltaDeSoporte): Promise<Result<RolDado, RolError>> {
  const parsed = parseAlta(ctx, alta);
  if (!parsed.ok) return parsed;
  return ctx.db.$transaction(async (tx) => ok(await storeRol(tx, ctx, parsed.value)));
}

function parseAlta({ actor }: ContextoDeRoles, alta: AltaDeSoporte): Result<AltaRevisada, RolError> {
  const rfc = parseRfc(alta.rfc);
  if (!rfc.ok || isPersonaMoral(rfc.value)) return fail('RFC_DE_SOPORTE_NO_VALIDO');
  const nombre = cleanText(alta.nombre);
  if (nombre === '' || nombre.length > NOMBRE_MAXIMO) return fail('NOMBRE_DE_SOPORTE_FALTA');
  const rol = ROLES_DE_SOPORTE.find((each) => each === alta.rol);
  if (!rol) return fail('ROL_DESCONOCIDO');
  if (actor.tipo === 'SOPORTE' && actor.rfc === rfc.value) return fail('ROL_PROPIO');
  return ok({ rfc: rfc.value, nombre, rol });
}

type AltaRevisada = Omit<AltaDeSoporte, 'rol'> & { rol: RolDeSoporte };

async function storeRol(tx: Tx, ctx: ContextoDeRoles, { rfc, nombre, rol }: AltaRevisada): Promise<RolDado> {
  const before = await tx.miembroDeSoporte.findUnique({ where: { rfc }, select: { rol: true, bajaEn: true } });
  const antes = before && !before.bajaEn ? before.rol : null;
  const { id: miembroId } = await tx.miembroDeSoporte.upsert({
    where: { rfc },
    create: { rfc, nombre, rol, altaEn: ctx.now() },
    update: antes ? { nombre, rol } : { nombre, rol, altaEn: ctx.now(), bajaEn: null },
    select: { id: true },
  });
  if (antes !== rol) await appendBitacora(tx, ctx, { evento: 'ROL_DADO', datos: { miembroId, rol, antes } });
  return { rfc, rol, antes };
}
