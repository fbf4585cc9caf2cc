import { listEfirmasDeDemo } from '../../_server/demo.ts';

/** The catalogue of demo e.firmas, for scripts. */
export async function GET(): Promise<Response> {
  return Response.json(
    (await listEfirmasDeDemo()).map(({ slug, rfc, nombre, paraQue, contrasena }) => {
      return { slug, rfc, nombre, paraQue, contrasena };
    }),
  );
}
