import { issueChallenge } from '#tramites/challenge/issue-challenge.ts';
import { ensureNavegador } from './browser.ts';
import { contexto } from './contexto.ts';

/** The question of one door, tied to this browser: `exp` in Unix seconds, `host` as the browser sees it. */
export async function issueIngresoChallenge(proposito: 'LOGIN' | 'LOGIN_DE_SOPORTE') {
  const ctx = contexto();
  const host = new URL(ctx.appUrl).host;
  const { nonce, venceEn } = await issueChallenge(ctx, { proposito, host, navegador: await ensureNavegador() });
  return { nonce, exp: Math.floor(venceEn.getTime() / 1000), host };
}
