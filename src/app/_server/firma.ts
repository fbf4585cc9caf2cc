import { z } from 'zod';
import type { Acto } from '#domain/representacion/acto.ts';
import { fail, ok } from '#domain/result.ts';
import { issueChallenge } from '#tramites/challenge/issue-challenge.ts';
import { type ContextoConSesion, contexto, contextoPara } from './contexto.ts';
import { ensureNavegador, findNavegador } from './cookies.ts';
import { allow, leaveOtraSesion } from './formulario.ts';

const fromBase64 = (text: string) => Buffer.from(text, 'base64');

/** What a browser sends that signed with an e.firma: the answer to a challenge, with its certificate (DER). */
export const firmaSchema = z.object({
  nonce: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  certificado: z.base64().max(12_000).transform(fromBase64),
  firma: z.base64().max(1_400).transform(fromBase64),
});
export type FirmaEnviada = z.input<typeof firmaSchema>;

/** What an action that signs begins with, on a page of the titular's. */
export async function titularQueFirma(acto: Acto, marca: string) {
  const ctx = await contextoPara(acto, await leaveOtraSesion(marca));
  return ctx ? ok(ctx) : fail('SESION_TERMINADA');
}

/** What the question is tied to that a signature answers: the host as the browser sees it, and the browser. */
export async function ensureLugar(ctx: ContextoConSesion) {
  if (!(await allow('tramite', ctx))) return fail('DEMASIADOS_INTENTOS');
  return ok({ host: new URL(ctx.appUrl).host, navegador: await ensureNavegador() });
}

/** A signature that came, with what its question was tied to. */
export async function parseFirma(ctx: ContextoConSesion, enviada: FirmaEnviada) {
  const parsed = firmaSchema.safeParse(enviada);
  if (!parsed.success) return fail('FIRMA_NO_CORRESPONDE');
  if (!(await allow('tramite', ctx))) return fail('DEMASIADOS_INTENTOS');
  return ok({ ...parsed.data, host: new URL(ctx.appUrl).host, navegador: await findNavegador() });
}

/** The question of one door, tied to this browser: `exp` in Unix seconds, `host` as the browser sees it. */
export async function issueIngresoChallenge(proposito: 'LOGIN' | 'LOGIN_DE_SOPORTE') {
  const ctx = contexto();
  const host = new URL(ctx.appUrl).host;
  const { nonce, venceEn } = await issueChallenge(ctx, { proposito, host, navegador: await ensureNavegador() });
  return { nonce, exp: Math.floor(venceEn.getTime() / 1000), host };
}
