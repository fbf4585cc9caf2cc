import type { IngresoError } from '#domain/efirma/firma-error.ts';
import { buildLoginText } from '#domain/efirma/login-text.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { parseRfc } from '#domain/rfc.ts';
import type { CertificadoVerificado } from '#infra/efirma/certificado-verificado.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import { consumeChallenge } from '#tramites/challenge/consume-challenge.ts';
import type { Contexto } from '#tramites/contexto.ts';
import { checkRevocacion, type Revocacion, storeRevocacion } from '#tramites/efirma/check-revocacion.ts';
import { storeCertificado } from '#tramites/efirma/store-certificado.ts';

export interface Ingreso {
  nonce: string;
  rfc: string;
  /** The .cer file, DER. */
  certificado: Uint8Array;
  /** RSA-SHA256 (PKCS#1 v1.5) over the text of the sign-in. */
  firma: Uint8Array;
  host: string;
  navegador: string;
}

/**
 * Opens a session with an e.firma (guide V, steps 1 and 2). The challenge is spent whether or not it works; a refusal is
 * recorded with its cause and nothing of the person.
 */
export async function signIn(ctx: Contexto, ingreso: Ingreso): Promise<Result<{ sesionId: string }, IngresoError>> {
  const checked = await checkIngreso(ctx, ingreso);
  if (checked.ok) return ok({ sesionId: await openSesion(ctx, checked.value.certificado, checked.value.revocacion) });
  await ctx.db.$transaction((tx) =>
    appendBitacora(tx, ctx, { evento: 'INGRESO_RECHAZADO', datos: { causa: checked.error } }),
  );
  return checked;
}

async function checkIngreso(
  ctx: Contexto,
  { nonce, rfc, certificado: der, firma, host, navegador }: Ingreso,
): Promise<Result<{ certificado: CertificadoVerificado; revocacion: Revocacion }, IngresoError>> {
  const challenge = await consumeChallenge(ctx, nonce, { proposito: 'LOGIN', host, navegador });
  if (!challenge.ok) return challenge;
  const verified = ctx.efirma.verifyCertificado(der, ctx.now());
  if (!verified.ok) return verified;
  const certificado = verified.value;
  const typed = parseRfc(rfc);
  if (!typed.ok || certificado.rfc !== typed.value) return fail('RFC_NO_COINCIDE');
  const exp = Math.floor(challenge.value.venceEn.getTime() / 1000);
  const text = buildLoginText({ host, nonce, exp, rfc: typed.value });
  if (!ctx.efirma.verifyFirma(certificado, text, firma)) return fail('FIRMA_NO_CORRESPONDE');
  const revocacion = await checkRevocacion(ctx, certificado, { fresh: false });
  return revocacion.ok ? ok({ certificado, revocacion: revocacion.value }) : revocacion;
}

async function openSesion(ctx: Contexto, certificado: CertificadoVerificado, revocacion: Revocacion): Promise<string> {
  const now = ctx.now();
  return ctx.db.$transaction(async (tx) => {
    const titular = await tx.titular.upsert({
      where: { rfc: certificado.rfc },
      create: { rfc: certificado.rfc, nombre: certificado.nombre, creadoEn: now },
      update: { nombre: certificado.nombre },
      select: { id: true },
    });
    const certificadoId = await storeCertificado(tx, ctx, titular.id, certificado);
    const consultaOcspId = await storeRevocacion(tx, certificadoId, revocacion);
    const sesion = await tx.sesion.create({
      data: { titularId: titular.id, certificadoId, consultaOcspId, creadaEn: now, ultimaActividadEn: now },
      select: { id: true },
    });
    await appendBitacora(tx, ctx, {
      evento: 'INGRESO',
      titularId: titular.id,
      datos: { sesionId: sesion.id, serie: certificado.serie, consultaOcspId },
    });
    return sesion.id;
  });
}
