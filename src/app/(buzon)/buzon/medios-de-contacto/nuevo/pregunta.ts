import type { MedioLeido } from '#domain/medio-de-contacto/medio.ts';
import { suggestCorreo } from '#domain/medio-de-contacto/sugerencia-de-correo.ts';
import { formatTelefono } from '#domain/medio-de-contacto/telefono.ts';
import type { PreguntaDeRegistro } from '#ui/medio-de-contacto/estado-del-formulario.ts';

/** What the window «Registrar medio de contacto» says of the medio that would be registered. */
export function preguntaDe(medio: MedioLeido): PreguntaDeRegistro {
  return medio.mecanismo === 'TELEFONO'
    ? { mostrado: formatTelefono(medio.valor), prefijoQuitado: medio.prefijoQuitado, sugerencia: null }
    : { mostrado: medio.valor, prefijoQuitado: null, sugerencia: suggestCorreo(medio.valor) };
}
