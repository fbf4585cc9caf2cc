'use server';

import { fail, ok } from '#domain/result.ts';
import { readDireccion } from '../../_request/direccion.ts';
import { issueIngresoChallenge } from '../../_server/issue-ingreso-challenge.ts';
import { raiz } from '../../_server/raiz.ts';

/** The question that an e.firma answers to sign in. For anybody, within the limit by network address. */
export async function issueLoginChallenge() {
  if (!(await raiz().limites.ingreso.allow(await readDireccion()))) return fail('DEMASIADOS_INTENTOS');
  return ok(await issueIngresoChallenge('LOGIN'));
}
