import { listLlaves, proveConsistencia, signCabeza } from '#tramites/registro/cabezas.ts';
import { proveAcuse, toBase64 } from '#tramites/registro/prove-acuse.ts';
import { DEL_REGISTRO, MENSAJES_DE_VERIFICACION } from '#wording/mensajes/mensajes-verificacion.ts';
import { allowVerificacion, findPorComprobante } from '../../../_request/comprobante.ts';
import { respondTexto } from '../../../_request/respuesta.ts';
import { contexto } from '../../../_server/contexto.ts';

/**
 * `/registro/cabeza`, `/registro/llaves`, `/registro/consistencia?de=N&a=M` and `/registro/inclusion?folio=…&tipo=…&v=…`: in plain text, for
 * programs that watch the log. Nothing here says of whom a leaf is.
 */
export async function GET(request: Request, { params }: { params: Promise<{ prueba: string }> }): Promise<Response> {
  if (!(await allowVerificacion())) return respondTexto(MENSAJES_DE_VERIFICACION.DEMASIADAS_VERIFICACIONES, 429);
  const asked = new URL(request.url).searchParams;
  switch ((await params).prueba) {
    case 'cabeza':
      return giveTexto((await signCabeza(contexto()))?.nota);
    case 'llaves':
      return giveLineas(listLlaves(contexto()));
    case 'consistencia': {
      const [de, a] = ['de', 'a'].map((name) => parseTamano(asked.get(name))) as [number, number];
      const hashes = await proveConsistencia(contexto(), de, a);
      return hashes ? giveLineas(hashes.map(toBase64)) : respondTexto(DEL_REGISTRO.malPedido, 400);
    }
    case 'inclusion': {
      const [folio, tipo, v] = ['folio', 'tipo', 'v'].map((name) => asked.get(name) ?? '') as [string, string, string];
      const acuse = await findPorComprobante(folio, tipo, v);
      if (!acuse.ok) return respondTexto(MENSAJES_DE_VERIFICACION[acuse.error], 404);
      return giveTexto((await proveAcuse(contexto(), acuse.value.id))?.prueba);
    }
    default:
      return respondTexto(DEL_REGISTRO.noExiste, 404);
  }
}

/** Zero, which is no size that a tree has had, for anything else than digits. */
function parseTamano(text: string | null): number {
  return /^\d{1,15}$/.test(text ?? '') ? Number(text) : 0;
}

function giveLineas(lineas: readonly string[]): Response {
  return giveTexto(lineas.map((linea) => `${linea}\n`).join(''));
}

function giveTexto(texto: string | undefined): Response {
  if (texto === undefined) return respondTexto(DEL_REGISTRO.sinHojas, 404);
  return new Response(texto, { headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } });
}
