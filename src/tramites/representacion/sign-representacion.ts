import type { FirmaDeRepresentacionError } from '#domain/efirma/firma-error.ts';
import { canFirmar } from '#domain/representacion/estado.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { runSealed } from '#tramites/acuse/issue-acuse.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import {
  consumeChallenge,
  type FirmaRecibida,
  issueChallenge,
  type Navegador,
} from '#tramites/challenge/issue-challenge.ts';
import type { ContextoDeTitular, Tx } from '#tramites/contexto.ts';
import { checkRevocacion } from '#tramites/efirma/check-revocacion.ts';
import { findRepresentacion, lockRepresentacion, type RepresentacionHallada } from '../vigencia/find-representacion.ts';
import { completeRepresentacion, type FirmaVerificada } from './complete-representacion.ts';
import { recordPaso } from './record-paso.ts';

interface Firma extends FirmaRecibida {
  ventanaMinutos: number;
}

type Firmada = Result<{ folio: string; isVigente: boolean }, FirmaDeRepresentacionError>;

/** One alone is kept apart, of no effect; the second, while the first still waits, puts the designation in force. */
export async function signRepresentacion(ctx: ContextoDeTitular, input: Firma): Promise<Firmada> {
  const challenge = await consumeChallenge(ctx, input.nonce, { ...input, proposito: 'REPRESENTACION' });
  if (!challenge.ok) return challenge;
  const { folio, sesionId } = challenge.value;
  const found = await findRepresentacion(ctx.db, ctx, folio ?? '');
  if (!found || sesionId !== ctx.actor.sesionId) return fail('SESION_TERMINADA');
  const signed = await signFound(ctx, found, input);
  if (signed.ok) return signed;
  const evento = 'FIRMA_DE_REPRESENTACION_RECHAZADA';
  const apunte = { evento, titularId: found.titularId, folio, datos: { causa: signed.error } } as const;
  await ctx.db.$transaction((tx) => appendBitacora(tx, ctx, apunte));
  return signed;
}

/** The cadena original that both sign, for either of them on a page of either: who signs, the certificate says. */
export async function prepareFirma(ctx: ContextoDeTitular, folio: string, navegador: Navegador) {
  const found = await findRepresentacion(ctx.db, ctx, folio);
  if (!found || !canFirmar(found.situacion)) return fail('DESIGNACION_CERRADA');
  const { sesionId } = ctx.actor;
  const { nonce } = await issueChallenge(ctx, { proposito: 'REPRESENTACION', ...navegador }, { sesionId, folio });
  return ok({ nonce, cadenaOriginal: found.cadenaOriginal });
}

async function signFound(ctx: ContextoDeTitular, found: RepresentacionHallada, input: Firma): Promise<Firmada> {
  const checked = await check(ctx, found, { ...input, fecha: ctx.now() });
  if (!checked.ok) return checked;
  const where = { representacionId: found.id };
  const primera = found.situacion === 'PRIMERA_FIRMA' ? await ctx.db.primeraFirma.findUnique({ where }) : null;
  if (primera?.lado === checked.value.lado) return fail('FALTA_LA_OTRA_FIRMA');
  const again = primera && (await check(ctx, found, { ...primera, fecha: primera.firmadaEn }));
  if (again && !again.ok) {
    if (again.error === 'REVOCACION_NO_DISPONIBLE') return again;
    // Its e.firma is no longer good: it is of no use to anybody.
    const { firmadaEn } = primera;
    await ctx.db.$transaction((tx) => tx.primeraFirma.deleteMany({ where: { ...where, firmadaEn } }));
    return fail('PRIMERA_FIRMA_SIN_EFECTO');
  }
  return runSealed(ctx, {}, (tx, ctx) => store(tx, ctx, found, checked.value, again?.value, input.ventanaMinutos));
}

/** Asked afresh each time and, whatever the policy, with an answer: what is done by a designation could not be undone. */
async function check(
  ctx: ContextoDeTitular,
  { titular, rfcDelRepresentante, cadenaOriginal }: RepresentacionHallada,
  { certificado, firma, fecha }: Pick<Firma, 'certificado' | 'firma'> & { fecha: Date },
): Promise<Result<FirmaVerificada, FirmaDeRepresentacionError>> {
  const verified = ctx.efirma.verifyCertificado(certificado, ctx.now());
  if (!verified.ok) return verified;
  const { rfc } = verified.value;
  if (rfc !== titular.rfc && rfc !== rfcDelRepresentante) return fail('FIRMANTE_AJENO');
  if (!ctx.efirma.verifyFirma(verified.value, cadenaOriginal, firma)) return fail('FIRMA_NO_CORRESPONDE');
  const revocacion = await checkRevocacion({ ...ctx, politicaOcsp: 'estricta' }, verified.value, { fresh: true });
  if (!revocacion.ok) return revocacion;
  const lado = rfc === titular.rfc ? 'TITULAR' : 'REPRESENTANTE';
  return ok({ lado, certificado: verified.value, firma, fecha, revocacion: revocacion.value });
}

/** With the designation in hand. However often it is pressed, one is in force. */
async function store(
  tx: Tx,
  ctx: ContextoDeTitular,
  { folio }: RepresentacionHallada,
  firma: FirmaVerificada,
  primera: FirmaVerificada | undefined,
  ventanaMinutos: number,
): Promise<Firmada> {
  const found = await lockRepresentacion(tx, ctx, folio);
  if (found?.situacion === 'VIGENTE') return ok({ folio, isVigente: true });
  if (!found || !canFirmar(found.situacion)) return fail('DESIGNACION_CERRADA');
  const ahora = found.situacion === 'PRIMERA_FIRMA' ? found.primera?.firmadaEn.getTime() : undefined;
  if (ahora !== primera?.fecha.getTime()) return fail(ahora ? 'FIRMA_SIMULTANEA' : 'PRIMERA_FIRMA_SIN_EFECTO');
  if (primera) await completeRepresentacion(tx, ctx, found, [primera, firma]);
  else await keepPrimera(tx, ctx, found, firma, ventanaMinutos);
  return ok({ folio, isVigente: primera !== undefined });
}

async function keepPrimera(
  tx: Tx,
  ctx: ContextoDeTitular,
  found: RepresentacionHallada,
  { lado, certificado: { der }, firma, fecha: firmadaEn }: FirmaVerificada,
  ventanaMinutos: number,
): Promise<void> {
  const representacionId = found.id;
  const [certificado, suya] = [new Uint8Array(der), new Uint8Array(firma)];
  const venceEn = new Date(firmadaEn.getTime() + ventanaMinutos * 60_000);
  await tx.primeraFirma.deleteMany({ where: { representacionId } });
  await tx.primeraFirma.create({ data: { representacionId, lado, certificado, firma: suya, firmadaEn, venceEn } });
  await recordPaso(tx, ctx, found, 'POR_COMPLETAR', { lado });
}
