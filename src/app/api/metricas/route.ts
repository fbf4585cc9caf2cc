import { findDireccion, isLoopback } from '../../_request/find-direccion.ts';
import { hasMetricasToken as hasToken, metricas } from '../../_server/metricas.ts';

/** Prometheus text, for loopback or for who holds METRICAS_TOKEN; for others the address does not exist. */
export async function GET(request: Request): Promise<Response> {
  if (!isLoopback(await findDireccion()) && !hasToken(request)) return new Response(null, { status: 404 });
  const { text, contentType } = await metricas();
  return new Response(text, { headers: { 'content-type': contentType } });
}
