import { randomUUID } from 'node:crypto';
import { type Acto, cadenaDeActo } from '#domain/efirma/cadena-de-acto.ts';
import { fail, ok } from '#domain/result.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import {
  consumeChallenge,
  type FirmaRecibida,
  issueChallenge,
  type Navegador,
} from '#tramites/challenge/issue-challenge.ts';
import type { ContextoDeSoporte, ContextoDeTitular, Tx } from '#tramites/contexto.ts';
import { checkRevocacion, columnasDeRespuesta } from './check-revocacion.ts';

/** What is signed is signed by whoever is signed in, in that session. */
type ContextoDeFirmante = ContextoDeTitular | ContextoDeSoporte;

export type ActoVerificado = Extract<Awaited<ReturnType<typeof check>>, { ok: true }>['value'];

/** Before any transaction: the revocation is asked afresh and, whatever the policy, with an answer. A refusal is told apart. */
export async function verifyActo(ctx: ContextoDeFirmante, acto: Acto, firma: FirmaRecibida) {
  const checked = await check(ctx, acto, firma);
  const datos = { tipo: acto.tipo, causa: checked.ok ? null : checked.error };
  if (!checked.ok) await appendBitacora(ctx.db, ctx, { evento: 'ACTO_RECHAZADO', datos });
  return checked;
}

/** The cadena original of what is about to be done, at this instant. */
export async function prepareActo(ctx: ContextoDeFirmante, acto: Acto, navegador: Navegador) {
  const { sesionId } = ctx.actor;
  const { nonce, creadoEn } = await issueChallenge(ctx, { proposito: 'ACTO', ...navegador }, { sesionId });
  return { nonce, cadenaOriginal: cadenaDeActo(acto, ctx.actor, creadoEn) };
}

/** In the transaction of what it is the proof of. */
export async function insertActo(tx: Tx, ctx: ContextoDeFirmante, acto: ActoVerificado): Promise<void> {
  await tx.actoFirmado.create({ data: acto, select: { id: true } });
  await appendBitacora(tx, ctx, { evento: 'ACTO_FIRMADO', datos: { tipo: acto.tipo, actoId: acto.id } });
}

async function check(
  ctx: ContextoDeFirmante,
  acto: Acto,
  { nonce, certificado, firma, host, navegador }: FirmaRecibida,
) {
  const challenge = await consumeChallenge(ctx, nonce, { proposito: 'ACTO', host, navegador });
  if (!challenge.ok) return challenge;
  const { sesionId, creadoEn: fecha } = challenge.value;
  if (sesionId !== ctx.actor.sesionId) return fail('SESION_TERMINADA');
  const verified = ctx.efirma.verifyCertificado(certificado, ctx.now());
  if (!verified.ok) return verified;
  const { rfc, serie, der } = verified.value;
  if (rfc !== ctx.actor.rfc) return fail('RFC_NO_COINCIDE');
  const cadenaOriginal = cadenaDeActo(acto, ctx.actor, fecha);
  if (!ctx.efirma.verifyFirma(verified.value, cadenaOriginal, firma)) return fail('FIRMA_NO_CORRESPONDE');
  const consultadaEn = ctx.now();
  const revocacion = await checkRevocacion({ ...ctx, politicaOcsp: 'estricta' }, verified.value, { fresh: true });
  if (!revocacion.ok) return revocacion;
  return ok({
    id: randomUUID(),
    ...(acto.tipo === 'ELIMINAR_ULTIMO_MEDIO' ? { tipo: acto.tipo, folio: acto.folio } : acto),
    ...(ctx.actor.tipo === 'TITULAR' ? { titularId: ctx.actor.titularId } : { miembroId: ctx.actor.miembroId }),
    cadenaOriginal,
    firma: new Uint8Array(firma),
    serie,
    certificado: new Uint8Array(der),
    ...columnasDeRespuesta(revocacion.value),
    consultadaEn,
    fecha,
  });
}

/** The certificate that opened the session, in base64: whoever signs needs not give it again. */
export async function findCertificadoDeSesion({ db, actor }: ContextoDeTitular | ContextoDeSoporte): Promise<string> {
  const where = { id: actor.sesionId };
  if (actor.tipo === 'SOPORTE') {
    const sesion = await db.sesionDeSoporte.findUniqueOrThrow({ where, select: { certificado: true } });
    return Buffer.from(sesion.certificado).toString('base64');
  }
  const { certificado } = await db.sesion.findUniqueOrThrow({
    where,
    select: { certificado: { select: { der: true } } },
  });
  return Buffer.from(certificado.der).toString('base64');
}
