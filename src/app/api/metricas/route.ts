import { hasToken as bearsToken } from '#server/has-token.ts';
import { describeMetricas } from '#server/metricas.ts';
import { findDireccion, isLoopback } from '../../_request/find-direccion.ts';
import { root } from '../../_server/root.ts';

/** Prometheus text, for loopback or for who holds METRICAS_TOKEN; for others the address does not exist. */
export async function GET(request: Request): Promise<Response> {
  if (!isLoopback(await findDireccion()) && !hasToken(request)) return new Response(null, { status: 404 });
  const { text, contentType } = await describeMetricas(root());
  return new Response(text, { headers: { 'content-type': contentType } });
}

function hasToken(request: Request): boolean {
  return bearsToken(request.headers.get('authorization'), root().settings.metricasToken);
}
