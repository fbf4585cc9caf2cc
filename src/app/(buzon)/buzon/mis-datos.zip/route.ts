import { dispositionOf } from '#domain/adjunto/nombre-de-archivo.ts';
import { downloadMisDatos } from '#tramites/mis-datos/download-mis-datos.ts';
import { leemeDeMisDatos } from '#wording/mis-datos/leeme-de-mis-datos.ts';
import { RESPUESTAS } from '#wording/respuestas.ts';
import { respondTexto } from '../../../_request/respond-texto.ts';
import { requireTitular } from '../../../_server/contexto.ts';
import { root } from '../../../_server/root.ts';

/** All that is stored about the titular signed in, as it is read. */
export async function GET(): Promise<Response> {
  const ctx = await requireTitular('DESCARGAR_MIS_DATOS');
  const { appUrl, actor } = ctx;
  if (!(await root().limites.misDatos.allow(actor.titularId))) return respondTexto(RESPUESTAS.demasiadasDescargas, 429);
  const fecha = ctx.now();
  const { archivos, renglones } = await downloadMisDatos(ctx);
  async function* conLeeme() {
    yield* archivos;
    yield { nombre: 'LEEME.txt', partes: [Buffer.from(leemeDeMisDatos({ ...actor, fecha, appUrl, renglones }))] };
  }
  return new Response(root().streamZip(conLeeme(), fecha), { headers: headersOf(actor) });
}

/** Whoever asks for the headers alone has downloaded nothing. */
export async function HEAD(): Promise<Response> {
  const ctx = await requireTitular('DESCARGAR_MIS_DATOS');
  return new Response(null, { headers: headersOf(ctx.actor) });
}

function headersOf({ rfc }: { rfc: string }) {
  const disposition = dispositionOf(`mis-datos-${rfc}.zip`);
  return {
    'content-type': 'application/zip',
    'content-disposition': disposition,
    'cache-control': 'private, no-store',
  };
}
