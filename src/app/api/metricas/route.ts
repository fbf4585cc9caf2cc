import { timingSafeEqual } from 'node:crypto';
import { findDireccion, isLoopback } from '../../_request/find-direccion.ts';
import { metricas } from '../../_server/metricas.ts';
import { root } from '../../_server/root.ts';

/** Prometheus text, for loopback or for who holds METRICAS_TOKEN; for others the address does not exist. */
export async function GET(request: Request): Promise<Response> {
  if (!isLoopback(await findDireccion()) && !hasToken(request)) return new Response(null, { status: 404 });
  const { text, contentType } = await metricas();
  return new Response(text, { headers: { 'content-type': contentType } });
}

function hasToken(request: Request): boolean {
  const expected = root().settings.metricasToken;
  if (!expected) return false;
  const given = Buffer.from(request.headers.get('authorization') ?? '');
  const wanted = Buffer.from(`Bearer ${expected}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
