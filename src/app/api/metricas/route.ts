import { timingSafeEqual } from 'node:crypto';
import { isLoopback, readDireccion } from '../../_request/direccion.ts';
import { metricas } from '../../_server/metricas.ts';
import { raiz } from '../../_server/raiz.ts';

/** Prometheus text, for loopback or for who holds METRICAS_TOKEN; for others the address does not exist. */
export async function GET(request: Request): Promise<Response> {
  if (!isLoopback(await readDireccion()) && !hasToken(request)) return new Response(null, { status: 404 });
  const { text, contentType } = await metricas();
  return new Response(text, { headers: { 'content-type': contentType } });
}

function hasToken(request: Request): boolean {
  const expected = raiz().settings.metricasToken;
  if (!expected) return false;
  const given = Buffer.from(request.headers.get('authorization') ?? '');
  const wanted = Buffer.from(`Bearer ${expected}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
