import { describePortal } from '../../../_server/metricas.ts';

/** 200 when the portal can serve; 503 with the reason by component. */
export async function GET(): Promise<Response> {
  const salud = await describePortal();
  return Response.json(salud, { status: salud.listo ? 200 : 503 });
}
