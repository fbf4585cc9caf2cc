import { parseLoginText } from '#domain/efirma/login-text.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { ParAbierto } from './open-pair.ts';
import { RSA_SHA256 } from './rsa-sha256.ts';

export type Proposito = 'LOGIN' | 'DOCUMENTO';

export interface TextoPorFirmar {
  proposito: Proposito;
  texto: string;
}

/** Refuses a login for another host or RFC (a false page would pass it on), and as a document all but a cadena. */
export async function signText(
  { certificado, key }: ParAbierto,
  { proposito, texto }: TextoPorFirmar,
  host: string,
): Promise<Result<ArrayBuffer, 'TEXTO_RECHAZADO'>> {
  const isAllowed = proposito === 'LOGIN' ? isLogin(texto, host, certificado.rfc) : isDocumento(texto);
  if (!isAllowed) return fail('TEXTO_RECHAZADO');
  return ok(await crypto.subtle.sign(RSA_SHA256, key, new TextEncoder().encode(texto)));
}

function isLogin(texto: string, host: string, rfc: string): boolean {
  const login = parseLoginText(texto);
  return login !== null && login.host === host && login.rfc === rfc;
}

function isDocumento(texto: string): boolean {
  return /^\|\|[^|].*\|\|$/su.test(texto) && !/^\|\|1\.0\|LOGIN\|/i.test(texto);
}
