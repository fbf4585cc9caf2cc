'use server';

import { fail, ok } from '#domain/result.ts';
import { findDireccion } from '../../_request/find-direccion.ts';
import { issueIngresoChallenge } from '../../_server/firma.ts';
import { root } from '../../_server/root.ts';

/** The question that an e.firma answers to sign in. For anybody, within the limit by network address. */
export async function issueIngresoChallengeAction() {
  if (!(await root().limites.ingreso.allow(await findDireccion()))) return fail('DEMASIADOS_INTENTOS');
  return ok(await issueIngresoChallenge('LOGIN'));
}
