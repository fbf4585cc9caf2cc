import { downloadMisDatos } from '#tramites/mis-datos/download-mis-datos.ts';
import { leemeDeMisDatos } from '#wording/mis-datos/leeme-de-mis-datos.ts';
import { RESPUESTAS } from '#wording/respuestas.ts';
import { respondArchivo, respondTexto } from '../../../_request/respuesta.ts';
import { requireTitular } from '../../../_server/contexto.ts';
import { root } from '../../../_server/root.ts';

/** All that is stored about the titular signed in, as it is read. Whoever asks for the headers alone has downloaded nothing. */
async function answer({ method }: Request): Promise<Response> {
  const ctx = await requireTitular('DESCARGAR_MIS_DATOS');
  const { appUrl, actor } = ctx;
  const nombre = `mis-datos-${actor.rfc}`;
  if (method === 'HEAD') return respondArchivo(nombre, 'zip', null);
  if (!(await root().limites.misDatos.allow(actor.titularId))) return respondTexto(RESPUESTAS.demasiadasDescargas, 429);
  const fecha = ctx.now();
  const { archivos, renglones } = await downloadMisDatos(ctx);
  async function* conLeeme() {
    yield* archivos;
    yield { nombre: 'LEEME.txt', partes: [Buffer.from(leemeDeMisDatos({ ...actor, fecha, appUrl, renglones }))] };
  }
  return respondArchivo(nombre, 'zip', root().streamZip(conLeeme(), fecha));
}

export { answer as GET, answer as HEAD };
