import { fail, type Result } from '#domain/result.ts';
import type { RolError } from '#domain/soporte/rol-error.ts';
import type { ContextoDeSoporte } from '#tramites/contexto.ts';
import { giveRol } from './give-rol.ts';
import { removeRol } from './remove-rol.ts';

/** Gives another role to a member of the team, by the id that the pages know them by: no address holds an RFC. */
export async function changeRolDeMiembro(
  ctx: ContextoDeSoporte,
  { miembroId, rol }: { miembroId: string; rol: string },
): Promise<Result<unknown, RolError>> {
  const miembro = await findMiembro(ctx, miembroId);
  return miembro ? giveRol(ctx, { ...miembro, rol }) : fail('SIN_ROL');
}

export async function removeRolDeMiembro(
  ctx: ContextoDeSoporte,
  miembroId: string,
): Promise<Result<unknown, RolError>> {
  const miembro = await findMiembro(ctx, miembroId);
  return miembro ? removeRol(ctx, miembro.rfc) : fail('SIN_ROL');
}

function findMiembro({ db }: ContextoDeSoporte, id: string) {
  return db.miembroDeSoporte.findUnique({ where: { id, bajaEn: null }, select: { rfc: true, nombre: true } });
}
