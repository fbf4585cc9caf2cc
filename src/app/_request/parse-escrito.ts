import type { AclaracionError, ReplicaError } from '#domain/aclaracion/errores.ts';
import type { ConArchivo, Escrito } from '#ui/aclaracion/formulario-de-aclaracion.tsx';
import type { Llenado } from '#ui/components/campo/campo-llenado.ts';
import { MENSAJES_DE_ACLARACION } from '#wording/mensajes/mensajes-aclaracion.ts';
import { nextVez } from '../_server/formulario.ts';
import { chosenFile } from './parse-adjunto.ts';

export type EstadoDelEscrito = Llenado<Escrito, ConArchivo>;

/** More than any text that is taken, so that what is refused can be shown again whole, and no more. */
const TEXTO_RECIBIDO_MAXIMO = 10_000;

/** What was typed in a form with a file, whatever a browser sent. */
export function parseEscrito(formData: FormData): Escrito {
  const read = (campo: string, max: number) => {
    const value = formData.get(campo);
    return typeof value === 'string' ? value.slice(0, max) : '';
  };
  return {
    asunto: read('asunto', 40),
    folioDelMedio: read('folioDelMedio', 60),
    texto: read('texto', TEXTO_RECIBIDO_MAXIMO),
  };
}

/** The form again, with what was typed and what is wrong with it. */
export function refuseEscrito(
  estado: EstadoDelEscrito,
  escrito: Escrito,
  formData: FormData,
  error: AclaracionError | ReplicaError | { mensaje: string },
): EstadoDelEscrito {
  return {
    vez: nextVez(estado),
    campos: escrito,
    error: typeof error === 'object' ? error : { campo: campoDe(error), mensaje: MENSAJES_DE_ACLARACION[error] },
    ademas: { conArchivo: chosenFile(formData) !== null },
  };
}

function campoDe(error: AclaracionError | ReplicaError): keyof Escrito | undefined {
  if (error === 'ASUNTO_NO_ELEGIDO') return 'asunto';
  if (error === 'MEDIO_NO_ENCONTRADO') return 'folioDelMedio';
  if (error.startsWith('TEXTO_')) return 'texto';
  return error.startsWith('ADJUNTO_') ? 'adjunto' : undefined;
}
