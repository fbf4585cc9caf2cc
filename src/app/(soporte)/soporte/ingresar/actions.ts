'use server';

import { fail, ok } from '#domain/result.ts';
import { findDireccion } from '../../../_request/find-direccion.ts';
import { issueIngresoChallenge } from '../../../_server/firma.ts';
import { root } from '../../../_server/root.ts';

/** The question that a staff member's e.firma answers. For anybody, within the limit by network address. */
export async function issueIngresoChallengeDeSoporteAction() {
  if (!(await root().limites.ingreso.allow(await findDireccion()))) return fail('DEMASIADOS_INTENTOS');
  return ok(await issueIngresoChallenge('LOGIN_DE_SOPORTE'));
}
