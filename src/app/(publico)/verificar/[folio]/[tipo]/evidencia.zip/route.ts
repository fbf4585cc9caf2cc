import type { VerificacionError } from '#domain/acuse/falla-de-acuse.ts';
import { slugDeTipo } from '#domain/acuse/tipo-de-acuse.ts';
import { fail, ok } from '#domain/result.ts';
import { hasPermiso } from '#domain/soporte/rol-de-soporte.ts';
import { collectEvidencia } from '#tramites/acuse/collect-evidencia.ts';
import { type AcuseVerificable, findAcusePropio } from '#tramites/acuse/find-acuse-verificable.ts';
import { findAcuseMostrado } from '#tramites/soporte/download-adjunto-mostrado.ts';
import { MENSAJES_DE_VERIFICACION } from '#wording/mensajes/mensajes-verificacion.ts';
import { allowVerificacion, findPorComprobante, parseAcuse } from '../../../../../_request/comprobante.ts';
import { respondArchivo, respondTexto } from '../../../../../_request/respuesta.ts';
import { contexto, contextoDeSoporte, contextoDeTitular } from '../../../../../_server/contexto.ts';
import { root } from '../../../../../_server/root.ts';

type Params = { params: Promise<{ folio: string; tipo: string }> };

/**
 * For its titular, for staff who gave a reason, and for whoever holds the check value, who does not get the whole (contrato.md).
 * Whoever asks for the headers alone has downloaded nothing: none is made and none is recorded.
 */
async function answer({ method, url }: Request, { params }: Params): Promise<Response> {
  if (!(await allowVerificacion())) return refuse('DEMASIADAS_VERIFICACIONES');
  const { folio, tipo } = await params;
  const valor = new URL(url).searchParams.get('v');
  const found = valor === null ? await findConSesion({ folio, tipo }) : await findPorComprobante(folio, tipo, valor);
  if (!found.ok) return refuse(found.error);
  const acuse = found.value;
  const zip = method === 'HEAD' ? null : await buildEvidencia(acuse, valor);
  return respondArchivo(`evidencia-${slugDeTipo(acuse.tipo)}-${acuse.folio}`, 'zip', zip);
}

export { answer as GET, answer as HEAD };

async function buildEvidencia(acuse: AcuseVerificable, valor: string | null): Promise<Uint8Array> {
  const ctx = { ...root(), ...((await contextoDeTitular()) ?? (await contextoDeSoporte()) ?? contexto()) };
  const isPropio = ctx.actor.tipo === 'TITULAR' && ctx.actor.titularId === acuse.titularId;
  const archivos = await collectEvidencia(ctx, acuse, { isCompleta: isPropio || valor === null });
  return ctx.buildZip(archivos.set('verificar.sh', ctx.verificarSh), ctx.now());
}

/** Without the value it takes a session: the titular's, or a staff member's who may look at folios. */
async function findConSesion(asked: Parameters<typeof parseAcuse>[0]) {
  const parsed = parseAcuse(asked);
  if (!parsed) return fail('ACUSE_NO_ENCONTRADO');
  const { folio, tipo } = parsed;
  const soporte = await contextoDeSoporte();
  if (soporte && hasPermiso(soporte.actor.rol, 'CONSULTAR')) return findAcuseMostrado(soporte, folio, tipo);
  const titular = await contextoDeTitular();
  const acuse = titular && (await findAcusePropio(titular, titular.actor.titularId, folio, tipo));
  return acuse ? ok(acuse) : fail('ACUSE_NO_ENCONTRADO');
}

function refuse(error: VerificacionError): Response {
  return respondTexto(MENSAJES_DE_VERIFICACION[error], ESTADOS[error] ?? 404);
}

const ESTADOS: Partial<Record<VerificacionError, number>> = { DEMASIADAS_VERIFICACIONES: 429, EVIDENCIA_CUBIERTA: 403 };
