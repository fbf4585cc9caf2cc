import { z } from 'zod';
import { PARTES, type Posicion } from '#tramites/aclaracion/list-aclaraciones.ts';

const posicion = z.tuple([z.enum(PARTES), z.iso.datetime().transform((text) => new Date(text)), z.uuid()]);

/** Where the page before ended, from an address; null for the first page and for what no page wrote. */
export function parsePosicion(text: string | undefined): Posicion | null {
  const parsed = posicion.safeParse(text?.split('~'));
  if (!parsed.success) return null;
  const [parte, fecha, id] = parsed.data;
  return { parte, fecha, id };
}

/** The same for an address: nothing of a person is in it. */
export function serializePosicion({ parte, fecha, id }: Posicion): string {
  return [parte, fecha.toISOString(), id].join('~');
}
