'use server';

import { fail, ok } from '#domain/result.ts';
import { issueChallenge } from '#tramites/challenge/issue-challenge.ts';
import { contexto } from '../../_server/contexto.ts';
import { readDireccion } from '../../_server/direccion.ts';
import { ensureNavegador } from '../../_server/navegador.ts';
import { raiz } from '../../_server/raiz.ts';

/** The question that an e.firma answers to sign in. For anybody, within the limit by network address. */
export async function issueLoginChallenge() {
  const ctx = contexto();
  if (!(await raiz().limites.ingreso.allow(await readDireccion()))) return fail('DEMASIADOS_INTENTOS');
  const host = new URL(ctx.appUrl).host;
  const { nonce, venceEn } = await issueChallenge(ctx, {
    proposito: 'LOGIN',
    host,
    navegador: await ensureNavegador(),
  });
  return ok({ nonce, exp: Math.floor(venceEn.getTime() / 1000), host });
}
