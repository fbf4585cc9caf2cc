import { dispositionOf } from '#domain/adjunto/nombre-de-archivo.ts';
import { ADJUNTO_MAXIMO_BYTES } from '#domain/adjunto/tamano.ts';
import { fail, ok } from '#domain/result.ts';

/** The file of a form, null when none was chosen. One that is too large is not read. */
export async function parseAdjunto(formData: FormData) {
  const file = chosenFile(formData);
  if (!file) return ok(null);
  if (file.size === 0) return fail('ADJUNTO_VACIO');
  if (file.size > ADJUNTO_MAXIMO_BYTES) return fail('ADJUNTO_DEMASIADO_GRANDE');
  return ok({ nombre: file.name, contenido: new Uint8Array(await file.arrayBuffer()) });
}

/** Null when none was chosen: a field without a file arrives as an empty one with a name that is made up. */
export function chosenFile(formData: FormData): File | null {
  const file = formData.get('adjunto');
  return file instanceof File && (file.size > 0 || file.name.includes('.')) ? file : null;
}

/** A browser saves it, guesses no type, and under its address the policy would let nothing of it run. */
export function respondAdjunto({ nombre, contenido }: { nombre: string; contenido: Uint8Array }): Response {
  return new Response(new Uint8Array(contenido), {
    headers: { 'content-type': 'application/octet-stream', 'content-disposition': dispositionOf(nombre) },
  });
}
