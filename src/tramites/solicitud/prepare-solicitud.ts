import type { SolicitudError } from '#domain/efirma/firma-error.ts';
import { paresDeConducto } from '#domain/representacion/designacion.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { cadenaDeSolicitud, TRAMITE_DE_ACTIVACION } from '#domain/solicitud/cadena-de-solicitud.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import { hashDe } from '#tramites/bitacora/hash-de.ts';
import { issueChallenge, type Navegador } from '#tramites/challenge/issue-challenge.ts';
import type { ContextoDeTitular } from '#tramites/contexto.ts';
import { issueFolio } from '#tramites/folio/issue-folio.ts';
import { textoPlano, textoPorFirmar, textoVigente } from '#wording/solicitud/textos.ts';
import { listSolicitudes } from '../vigencia/list-solicitudes.ts';
import { findFaltantes, versionesDe } from './estado-de-activacion.ts';

/** Good for five minutes (guide V, step 16). Nobody signs a text that came into effect after they read another. */
export async function prepareSolicitud(
  ctx: ContextoDeTitular,
  { textoVersion, ...navegador }: Navegador & { textoVersion: string },
): Promise<Result<{ nonce: string; cadenaOriginal: string }, SolicitudError>> {
  const porFirmar = textoPorFirmar(versionesDe(await listSolicitudes(ctx.db, ctx.actor.titularId)), ctx.now());
  if (!porFirmar) return fail('YA_FIRMADA');
  if ((await findFaltantes(ctx.db, ctx)).length > 0) return fail('FALTAN_MEDIOS');
  if (porFirmar.version !== textoVersion) return fail('TEXTO_NUEVO');
  const folio = await ctx.db.$transaction(async (tx) => {
    const issued = await issueFolio(tx, ctx);
    await appendBitacora(tx, ctx, { evento: 'SOLICITUD_PREPARADA', folio: issued });
    return issued;
  });
  const { nonce, creadoEn } = await issueChallenge(
    ctx,
    { proposito: 'DOCUMENTO', ...navegador },
    { sesionId: ctx.actor.sesionId, folio },
  );
  return ok({ nonce, cadenaOriginal: buildCadena(ctx, folio, creadoEn) });
}

/** The cadena original of a solicitud: the same for the same titular, folio and instant, so it is not stored before it is signed. */
export function buildCadena(ctx: ContextoDeTitular, folio: string, fecha: Date): string {
  const texto = textoVigente(fecha);
  const { rfc, nombre, serie, porConducto } = ctx.actor;
  const deTexto = { textoVersion: texto.version, textoSha256: hashDe(textoPlano(texto)) };
  const datos = { folio, fecha, rfc, nombre, ...deTexto };
  if (!porConducto) return cadenaDeSolicitud(datos);
  const firmados = { ...datos, rfcRepresentante: porConducto.rfc };
  return cadenaDeSolicitud(firmados, TRAMITE_DE_ACTIVACION, paresDeConducto(porConducto, serie));
}
