import { listEfirmasDeDemo } from '../../_server/demo.ts';

/** The catalogue of demo e.firmas, for scripts. */
export function GET(): Response {
  return Response.json(
    listEfirmasDeDemo().map(({ slug, rfc, nombre, paraQue, contrasena }) => ({
      slug,
      rfc,
      nombre,
      paraQue,
      contrasena,
    })),
  );
}
