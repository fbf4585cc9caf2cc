import { buildLoginText } from '#domain/efirma/login-text.ts';
import { fail, ok } from '#domain/result.ts';
import { parseRfc } from '#domain/rfc.ts';
import { SESIONES_A_LA_VEZ } from '#domain/sesion/duracion.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import { consumeChallenge, type FirmaRecibida } from '#tramites/challenge/issue-challenge.ts';
import type { Contexto, Tx } from '#tramites/contexto.ts';
import { checkRevocacion } from '#tramites/efirma/check-revocacion.ts';
import { openSince } from './find-sesion.ts';

/** What is signed is the text of the sign-in. */
export interface Ingreso extends FirmaRecibida {
  rfc: string;
  anterior?: SesionesDelNavegador;
}

const NINGUNA = { sesionId: null, sesionDeSoporteId: null };

/** In the order of efirma.md. The challenge is spent whether or not it works, and only serves its own door. */
export async function checkIngreso(
  ctx: Contexto,
  { nonce, rfc, certificado: der, firma, host, navegador, anterior = NINGUNA }: Ingreso,
  proposito: 'LOGIN' | 'LOGIN_DE_SOPORTE',
) {
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

export type IngresoRevisado = Extract<Awaited<ReturnType<typeof checkIngreso>>, { ok: true }>['value'];

/** A refusal of nobody in particular, summed with those of its minute and cause: however many come, they are one row. */
export async function recordRechazo(
  { db, now }: Pick<Contexto, 'db' | 'now'>,
  evento: 'INGRESO_RECHAZADO' | 'INGRESO_DE_SOPORTE_RECHAZADO',
  causa: string,
): Promise<void> {
  await db.$executeRaw`
    INSERT INTO rechazo_por_minuto AS r (minuto, evento, causa, veces)
    VALUES (date_trunc('minute', ${now()}::timestamptz), ${evento}, ${causa}, 1)
    ON CONFLICT (minuto, evento, causa) DO UPDATE SET veces = r.veces + 1`;
}

/** The session rows that a browser's cookie named when somebody signed in there; of whatever kind. */
export interface SesionesDelNavegador {
  sesionId: string | null;
  sesionDeSoporteId: string | null;
}

/** What this browser had open, whoever's it was, and the oldest of the person (titular or member) beyond five. */
export async function cancelSesionesAnteriores(
  tx: Tx,
  ctx: Contexto,
  { titularId = null, miembroId = null }: { titularId?: string | null; miembroId?: string | null },
  { sesionId, sesionDeSoporteId }: SesionesDelNavegador,
): Promise<void> {
  const { ultimaActividadEn, creadaEn } = openSince(ctx.now());
  const [{ cerradas }] = await tx.$queryRaw<[{ cerradas: number }]>`
    SELECT cerrar_sesiones_anteriores(${titularId ?? miembroId}::uuid, ${sesionId}::uuid, ${sesionDeSoporteId}::uuid,
      ${SESIONES_A_LA_VEZ}::int, ${ultimaActividadEn.gt}, ${creadaEn.gt}, ${ctx.now()}) AS cerradas`;
  const datos = { causa: 'OTRO_INGRESO', cerradas };
  if (cerradas > 0) await appendBitacora(tx, ctx, { evento: 'SESIONES_TERMINADAS', titularId, datos });
}
