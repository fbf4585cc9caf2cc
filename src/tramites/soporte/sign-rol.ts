import type { ActoDeRol } from '#domain/efirma/acto-de-rol.ts';
import type { FirmaDeActoError } from '#domain/efirma/firma-error.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { ActoDeRolError } from '#domain/soporte/errores.ts';
import type { PeticionDeRol } from '#domain/soporte/peticion-de-rol.ts';
import type { FirmaRecibida, Navegador } from '#tramites/challenge/issue-challenge.ts';
import type { ContextoDeSoporte, Tx } from '#tramites/contexto.ts';
import { insertActo, prepareActo, verifyActo } from '#tramites/efirma/verify-acto.ts';
import { checkActoDeRol } from './check-acto-de-rol.ts';
import { settleSinRol, storeRol } from './give-rol.ts';

type Firmado = Result<{ tipo: ActoDeRol['tipo'] }, ActoDeRolError | FirmaDeActoError>;

/** What one who supervises does to a role, by a signature of theirs. SUPERVISION is only proposed: another confirms it. */
export async function signRol(ctx: ContextoDeSoporte, peticion: PeticionDeRol, firma: FirmaRecibida): Promise<Firmado> {
  const found = await checkActoDeRol(ctx, peticion);
  if (!found.ok) return found;
  const acto = await verifyActo(ctx, found.value, firma);
  if (!acto.ok) return acto;
  return ctx.db.$transaction(async (tx): Promise<Firmado> => {
    if (!(await lockSupervision(tx, ctx))) return fail('SESION_TERMINADA');
    const still = await checkActoDeRol({ ...ctx, db: tx }, peticion);
    if (!still.ok) return still;
    const done = await settle(tx, ctx, still.value, { actoId: acto.value.id });
    if (!done.ok) return done;
    await insertActo(tx, ctx, acto.value);
    return ok({ tipo: still.value.tipo });
  });
}

export async function prepareRol(ctx: ContextoDeSoporte, peticion: PeticionDeRol, navegador: Navegador) {
  const acto = await checkActoDeRol(ctx, peticion);
  return acto.ok ? ok(await prepareActo(ctx, acto.value, navegador)) : acto;
}

/** One change of a role at a time; false when whoever signs has just lost theirs. */
async function lockSupervision(tx: Tx, { actor }: ContextoDeSoporte): Promise<boolean> {
  const supervisan = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM miembro_de_soporte WHERE rol = 'SUPERVISION' AND baja_en IS NULL ORDER BY id FOR UPDATE`;
  return supervisan.some(({ id }) => id === actor.miembroId);
}

async function settle(tx: Tx, ctx: ContextoDeSoporte, acto: ActoDeRol, por: { actoId: string }) {
  if (acto.tipo === 'QUITAR_ROL') return settleSinRol(tx, ctx, acto.rfc, por);
  if (acto.tipo === 'DAR_ROL' || acto.tipo === 'CONFIRMAR_ROL') await storeRol(tx, ctx, acto, por);
  return ok(null);
}
