import { parseTipoDeAcuse } from '#domain/acuse/tipo-de-acuse.ts';
import { parseFolio } from '#domain/folio.ts';
import { collectEvidencia } from '#tramites/acuse/collect-evidencia.ts';
import { type AcuseVerificable, findAcusePropio } from '#tramites/acuse/find-acuse-verificable.ts';
import { MENSAJES_DE_VERIFICACION } from '#ui/mensajes-verificacion.ts';
import { allowVerificacion, findPorComprobante } from '../../../../../_server/comprobante.ts';
import { contexto, contextoDeTitular } from '../../../../../_server/contexto.ts';
import { raiz } from '../../../../../_server/raiz.ts';

type Params = { params: Promise<{ folio: string; tipo: string }> };

/** The evidence of an acuse as a ZIP, for its titular and for whoever holds the check value (contrato.md, «Addresses»). */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  if (!(await allowVerificacion())) return refuse(429, MENSAJES_DE_VERIFICACION.DEMASIADAS_VERIFICACIONES);
  const { folio, tipo } = await params;
  const valor = new URL(request.url).searchParams.get('v');
  const acuse = valor === null ? await findPropio(folio, tipo) : await findConValor(folio, tipo, valor);
  if (!acuse) return refuse(404, MENSAJES_DE_VERIFICACION.ACUSE_NO_ENCONTRADO);
  const ctx = { ...raiz(), ...((await contextoDeTitular()) ?? contexto()) };
  const zip = raiz().buildZip(await collectEvidencia(ctx, acuse), ctx.now());
  return new Response(new Uint8Array(zip), {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="evidencia-${tipo}-${acuse.folio}.zip"`,
      'cache-control': 'private, no-store',
    },
  });
}

async function findConValor(folio: string, tipo: string, valor: string): Promise<AcuseVerificable | null> {
  const acuse = await findPorComprobante(folio, tipo, valor);
  return acuse.ok ? acuse.value : null;
}

async function findPropio(folioText: string, tipoText: string): Promise<AcuseVerificable | null> {
  const ctx = await contextoDeTitular();
  const folio = parseFolio(folioText);
  const tipo = parseTipoDeAcuse(tipoText);
  return ctx && folio.ok && tipo ? findAcusePropio(ctx, ctx.actor.titularId, folio.value, tipo) : null;
}

function refuse(status: 404 | 429, message: string): Response {
  return new Response(message, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
