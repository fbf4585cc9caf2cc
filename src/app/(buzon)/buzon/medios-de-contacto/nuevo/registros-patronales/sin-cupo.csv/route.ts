import { listRegistrosSinCupo } from '#tramites/registro-patronal/check-registros.ts';
import { csvDeSinCupo } from '#wording/medio-de-contacto/csv-de-sin-cupo.ts';
import { RESPUESTAS } from '#wording/respuestas.ts';
import { respondArchivo, respondTexto } from '../../../../../../_request/respuesta.ts';
import { requireTitular } from '../../../../../../_server/contexto.ts';
import { findOtraSesion, paginaDeOtraSesion, parseFormData } from '../../../../../../_server/formulario.ts';
import { sinCupoSchema } from '../campos.ts';

/** The window names the first. It comes by POST, for an address or a number has no place in an URL. */
export async function POST(request: Request): Promise<Response> {
  const ctx = await requireTitular('REGISTRAR_MEDIO_DE_REGISTROS');
  const formData = await parseFormData(request);
  const otra = await findOtraSesion(formData);
  if (otra) return new Response(null, { status: 303, headers: { location: paginaDeOtraSesion(otra) } });
  const peticion = sinCupoSchema.safeParse(Object.fromEntries(formData));
  const registros = peticion.success ? await listRegistrosSinCupo(ctx, peticion.data) : null;
  if (!registros) return respondTexto(RESPUESTAS.sinVentana, 400);
  return respondArchivo('registros-que-no-pueden-tomarlo', 'csv', csvDeSinCupo(registros));
}
