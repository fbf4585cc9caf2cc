import type { IngresoError } from '#domain/efirma/firma-error.ts';
import { buildLoginText } from '#domain/efirma/login-text.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { parseRfc } from '#domain/rfc.ts';
import type { CertificadoVerificado } from '#infra/efirma/certificado-verificado.ts';
import { consumeChallenge } from '#tramites/challenge/consume-challenge.ts';
import type { Contexto } from '#tramites/contexto.ts';
import { checkRevocacion, type Revocacion } from '#tramites/efirma/check-revocacion.ts';
import type { SesionesDelNavegador } from './cancel-sesiones-anteriores.ts';

export interface Ingreso {
  nonce: string;
  rfc: string;
  /** The .cer file, DER. */
  certificado: Uint8Array;
  /** RSA-SHA256 (PKCS#1 v1.5) over the text of the sign-in. */
  firma: Uint8Array;
  host: string;
  navegador: string;
  /** What the browser that signs in had open until now. */
  anterior?: SesionesDelNavegador;
}

export interface IngresoRevisado {
  certificado: CertificadoVerificado;
  revocacion: Revocacion;
  anterior: SesionesDelNavegador;
}

const NINGUNA = { sesionId: null, sesionDeSoporteId: null };

/** In the order of efirma.md. The challenge is spent whether or not it works, and only serves its own door. */
export async function checkIngreso(
  ctx: Contexto,
  { nonce, rfc, certificado: der, firma, host, navegador, anterior = NINGUNA }: Ingreso,
  proposito: 'LOGIN' | 'LOGIN_DE_SOPORTE',
): Promise<Result<IngresoRevisado, IngresoError>> {
  const challenge = await consumeChallenge(ctx, nonce, { proposito, host, navegador });
  if (!challenge.ok) return challenge;
  const verified = ctx.efirma.verifyCertificado(der, ctx.now());
  if (!verified.ok) return verified;
  const certificado = verified.value;
  const typed = parseRfc(rfc);
  if (!typed.ok || certificado.rfc !== typed.value) return fail('RFC_NO_COINCIDE');
  const exp = Math.floor(challenge.value.venceEn.getTime() / 1000);
  const text = buildLoginText({ host, nonce, exp, rfc: typed.value });
  if (!ctx.efirma.verifyFirma(certificado, text, firma)) return fail('FIRMA_NO_CORRESPONDE');
  // A titular's last «good» may serve again for its few minutes; who sees other people's data is asked about each time.
  const revocacion = await checkRevocacion(ctx, certificado, { fresh: proposito === 'LOGIN_DE_SOPORTE' });
  return revocacion.ok ? ok({ certificado, revocacion: revocacion.value, anterior }) : revocacion;
}
