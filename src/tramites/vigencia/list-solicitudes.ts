import { sortByTexto } from '#wording/solicitud/textos.ts';
import type { Contexto, Tx } from '../contexto.ts';

type Lector = Pick<Tx | Contexto['db'], 'solicitud'>;

/** The titular's solicitudes that are not void, that of the newest text first. */
export async function listSolicitudes(db: Lector, titularId: string) {
  const { where, select } = SOLICITUDES;
  return sortByTexto(await db.solicitud.findMany({ where: { ...where, titularId }, select }));
}

/** Of a titular, those that are not void: the database keeps one for each text. */
export const SOLICITUDES = {
  where: { estado: { not: 'INVALIDA' } },
  select: { folio: true, fecha: true, estado: true, textoVersion: true },
} as const;

/** Of those that are signed and verified, that of the newest text, which stays in force until one of a later is. */
export async function findEnVigor(db: Lector, titularId: string) {
  return (await listSolicitudes(db, titularId)).find(({ estado }) => estado === 'FIRMADA') ?? null;
}

export async function hasAnteriorFirmada(db: Lector, titularId: string, folio: string): Promise<boolean> {
  const solicitudes = await listSolicitudes(db, titularId);
  const orden = solicitudes.findIndex((solicitud) => solicitud.folio === folio);
  return solicitudes.slice(orden + 1).some(({ estado }) => estado === 'FIRMADA');
}
