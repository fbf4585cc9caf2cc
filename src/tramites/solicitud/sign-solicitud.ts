import type { SolicitudError } from '#domain/efirma/firma-error.ts';
import { paresDeConducto } from '#domain/representacion/designacion.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { cadenaDeSolicitud, TRAMITE_DE_ACTIVACION } from '#domain/solicitud/cadena-de-solicitud.ts';
import { runSealed } from '#tramites/acuse/issue-acuse.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import { hashDe } from '#tramites/bitacora/hash-de.ts';
import {
  consumeChallenge,
  type FirmaRecibida,
  issueChallenge,
  type Navegador,
} from '#tramites/challenge/issue-challenge.ts';
import { type ContextoDeTitular, lockTitular, type Tx } from '#tramites/contexto.ts';
import { checkRevocacion, storeRevocacion } from '#tramites/efirma/check-revocacion.ts';
import { storeCertificado } from '#tramites/efirma/store-certificado.ts';
import { issueFolio } from '#tramites/folio/issue-folio.ts';
import { addTarea } from '#tramites/tarea/add-tarea.ts';
import { textoPlano, textoPorFirmar, textoVigente } from '#wording/solicitud/textos.ts';
import { completeSolicitud, SOLICITUD } from './complete-solicitud.ts';
import { findParaFirmar } from './estado-de-activacion.ts';

type Firmado = Extract<Awaited<ReturnType<typeof checkFirma>>, { ok: true }>['value'];

/** Guide V, step 16, by the titular or a representative, with their own e.firma: revocation asked afresh; one solicitud per titular and version, however often it is pressed. */
export async function signSolicitud(ctx: ContextoDeTitular, input: FirmaRecibida) {
  const checked = await checkFirma(ctx, input);
  if (!checked.ok) {
    await appendBitacora(ctx.db, ctx, { evento: 'SOLICITUD_RECHAZADA', datos: { causa: checked.error } });
    return checked;
  }
  return runSealed(ctx, {}, async (tx, ctx) => {
    await lockTitular(tx, ctx.actor.titularId);
    const { solicitudes, versiones, faltantes } = await findParaFirmar(tx, ctx);
    const [already] = solicitudes;
    if (already && !textoPorFirmar(versiones, checked.value.fecha)) return ok({ folio: already.folio });
    if (faltantes.length > 0) {
      await appendBitacora(tx, ctx, { evento: 'SOLICITUD_RECHAZADA', datos: { causa: 'FALTAN_MEDIOS' } });
      return fail('FALTAN_MEDIOS');
    }
    await insertSolicitud(tx, ctx, checked.value);
    return ok({ folio: checked.value.folio });
  });
}

async function checkFirma(ctx: ContextoDeTitular, { nonce, certificado: der, firma, host, navegador }: FirmaRecibida) {
  const challenge = await consumeChallenge(ctx, nonce, { proposito: 'DOCUMENTO', host, navegador });
  if (!challenge.ok) return challenge;
  const { folio, sesionId, creadoEn: fecha } = challenge.value;
  if (sesionId !== ctx.actor.sesionId || folio === null) return fail('SESION_TERMINADA');
  const verified = ctx.efirma.verifyCertificado(der, ctx.now());
  if (!verified.ok) return verified;
  const certificado = verified.value;
  if (certificado.rfc !== (ctx.actor.porConducto ?? ctx.actor).rfc) return fail('RFC_NO_COINCIDE');
  const cadenaOriginal = buildCadena(ctx, folio, fecha);
  if (!ctx.efirma.verifyFirma(certificado, cadenaOriginal, firma)) return fail('FIRMA_NO_CORRESPONDE');
  const revocacion = await checkRevocacion(ctx, certificado, { fresh: true });
  if (!revocacion.ok) return revocacion;
  return ok({ folio, fecha, cadenaOriginal, firma, certificado, revocacion: revocacion.value });
}

async function insertSolicitud(tx: Tx, ctx: ContextoDeTitular, firmado: Firmado): Promise<void> {
  const { titularId } = ctx.actor;
  const { folio, fecha, cadenaOriginal, firma, certificado, revocacion } = firmado;
  const firmante = ctx.actor.porConducto ?? ctx.actor;
  const certificadoId = await storeCertificado(tx, ctx, firmante.titularId, certificado);
  const texto = textoVigente(fecha);
  const isPendiente = 'respuesta' in revocacion && revocacion.respuesta.resultado === 'SIN_RESPUESTA';
  const solicitud = await tx.solicitud.create({
    data: {
      folio,
      titularId,
      textoVersion: texto.version,
      textoSha256: hashDe(textoPlano(texto)),
      fecha,
      cadenaOriginal,
      firma: new Uint8Array(firma),
      certificadoId,
      consultaOcspId: await storeRevocacion(tx, certificadoId, revocacion),
      estado: isPendiente ? 'PENDIENTE_DE_VERIFICACION' : 'FIRMADA',
    },
    select: SOLICITUD,
  });
  const datos = { serie: certificado.serie, isPendiente };
  await appendBitacora(tx, ctx, { evento: 'SOLICITUD_FIRMADA', folio, datos });
  if (isPendiente) await addTarea(tx, ctx, 'verificar-solicitud', { solicitudId: solicitud.id });
  else await completeSolicitud(tx, ctx, solicitud);
}

/** Good for five minutes (guide V, step 16). Nobody signs a text that came into effect after they read another. */
export async function prepareSolicitud(
  ctx: ContextoDeTitular,
  { textoVersion, ...navegador }: Navegador & { textoVersion: string },
): Promise<Result<{ nonce: string; cadenaOriginal: string }, SolicitudError>> {
  const { versiones, faltantes } = await findParaFirmar(ctx.db, ctx);
  const porFirmar = textoPorFirmar(versiones, ctx.now());
  if (!porFirmar) return fail('YA_FIRMADA');
  if (faltantes.length > 0) return fail('FALTAN_MEDIOS');
  if (porFirmar.version !== textoVersion) return fail('TEXTO_NUEVO');
  return ctx.db.$transaction(async (tx) => {
    const folio = await issueFolio(tx, ctx);
    await appendBitacora(tx, ctx, { evento: 'SOLICITUD_PREPARADA', folio });
    const { sesionId } = ctx.actor;
    const vinculo = { proposito: 'DOCUMENTO', ...navegador } as const;
    const { nonce, creadoEn } = await issueChallenge({ ...ctx, db: tx }, vinculo, { sesionId, folio });
    return ok({ nonce, cadenaOriginal: buildCadena(ctx, folio, creadoEn) });
  });
}

/** The cadena original of a solicitud: the same for the same titular, folio and instant, so it is not stored before it is signed. */
function buildCadena(ctx: ContextoDeTitular, folio: string, fecha: Date): string {
  const texto = textoVigente(fecha);
  const { rfc, nombre, serie, porConducto } = ctx.actor;
  const deTexto = { textoVersion: texto.version, textoSha256: hashDe(textoPlano(texto)) };
  const datos = { folio, fecha, rfc, nombre, ...deTexto };
  if (!porConducto) return cadenaDeSolicitud(datos);
  const firmados = { ...datos, rfcRepresentante: porConducto.rfc };
  return cadenaDeSolicitud(firmados, TRAMITE_DE_ACTIVACION, paresDeConducto(porConducto, serie));
}
