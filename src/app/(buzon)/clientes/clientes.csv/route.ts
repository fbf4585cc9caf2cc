import { exportClientes } from '#tramites/representacion/list-clientes.ts';
import { csvDeClientes } from '#wording/representacion/csv-de-clientes.ts';
import { respondArchivo } from '../../../_request/respuesta.ts';
import { requireTitular } from '../../../_server/contexto.ts';

/** Whom one represents, all or those that the page has searched. */
export async function GET(request: Request): Promise<Response> {
  const ctx = await requireTitular('REPRESENTAR');
  const buscar = new URL(request.url).searchParams.get('buscar') ?? '';
  const clientes = await exportClientes(ctx, buscar.slice(0, 100).replaceAll('\0', ''));
  return respondArchivo('a-quien-represento', 'csv', csvDeClientes(clientes));
}
