import type { MedioLeido } from '#domain/medio-de-contacto/medio.ts';
import { suggestCorreo } from '#domain/medio-de-contacto/sugerencia-de-correo.ts';
import { formatTelefono } from '#domain/medio-de-contacto/telefono.ts';
import type { CampoDeMedio, PreguntaDeRegistro } from '#ui/medio-de-contacto/estado-del-formulario.ts';

/** What the window «Registrar medio de contacto» says of the medio that would be registered, as typed in that field. */
export function preguntaDe(medio: MedioLeido, campo: CampoDeMedio = 'valor'): PreguntaDeRegistro {
  return medio.mecanismo === 'TELEFONO'
    ? { campo, mostrado: formatTelefono(medio.valor), prefijoQuitado: medio.prefijoQuitado, sugerencia: null }
    : { campo, mostrado: medio.valor, prefijoQuitado: null, sugerencia: suggestCorreo(medio.valor) };
}
