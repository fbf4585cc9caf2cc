import { buildLoginText, type LoginText } from '#domain/efirma/login-text.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { EfirmaAbierta } from './open-efirma.ts';

/** The server's challenge for a sign-in: `host` as in `location.host`. */
export type IssueChallenge = (rfc: string) => Promise<Result<Omit<LoginText, 'rfc'>, string>>;

export type Door = 'buzon' | 'soporte';

const PROVEEDOR = { buzon: 'efirma', soporte: 'efirma-de-soporte' } as const satisfies Record<Door, string>;

/** Asks for a challenge, signs it and opens the session. Throws when the portal cannot be reached. */
export async function signIn(
  efirma: EfirmaAbierta,
  issueChallenge: IssueChallenge,
  puerta: Door,
): Promise<Result<null, string>> {
  const { rfc } = efirma.certificado;
  const challenge = await issueChallenge(rfc);
  if (!challenge.ok) return challenge;
  const firma = await efirma.sign('LOGIN', buildLoginText({ ...challenge.value, rfc }));
  if (!firma.ok) return firma;
  const { nonce } = challenge.value;
  return openSession(puerta, { nonce, rfc, certificado: efirma.certificadoBase64, firma: firma.value });
}

/** Next-auth's own two requests, without its client: a refusal is an `error` in the address that it answers with. */
async function openSession(puerta: Door, credentials: Record<string, string>): Promise<Result<null, string>> {
  const csrf = await fetch('/api/auth/csrf', { cache: 'no-store' });
  if (!csrf.ok) return fail('SERVICIO_NO_DISPONIBLE');
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const answer = await fetch(`/api/auth/callback/${PROVEEDOR[puerta]}`, {
    method: 'POST',
    body: new URLSearchParams({ csrfToken, json: 'true', callbackUrl: `/${puerta}`, ...credentials }),
  });
  if (answer.status === 429) return fail('DEMASIADOS_INTENTOS');
  const { url } = (await answer.json().catch(() => ({}))) as { url?: string };
  const query = new URL(url ?? '', location.href).searchParams;
  const error = query.get('error');
  if (error) return fail(error);
  // The browser did not send next-auth's own cookie back.
  if (query.has('csrf')) return fail('CHALLENGE_DE_OTRO_NAVEGADOR');
  return answer.ok && url ? ok(null) : fail('SERVICIO_NO_DISPONIBLE');
}
