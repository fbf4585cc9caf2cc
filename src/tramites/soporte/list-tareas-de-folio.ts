import type { TareaPendiente } from '#domain/soporte/folio-leido.ts';
import type { MensajeConEvidencia } from '#domain/soporte/mensaje-con-evidencia.ts';
import type { Contexto } from '#tramites/contexto.ts';
import { claveDeTarea, type Tarea, type Tareas } from '#tramites/tarea/add-tarea.ts';
import type { FolioHallado } from './find-folio.ts';

export type TareaDeFolio = TareaEnCola<TareaPendiente['nombre']>;

export async function listTareasDeFolio(
  ctx: Pick<Contexto, 'db' | 'desfaseMs'>,
  hallado: FolioHallado,
  mensajes: readonly MensajeConEvidencia[],
): Promise<TareaDeFolio[]> {
  const acuses = await ctx.db.acuse.findMany({ where: { folio: hallado.folio }, select: { id: true } });
  return listTareas(ctx, [
    ...mensajes.map(({ id }) => ({ nombre: 'enviar-aviso' as const, payload: { avisoId: id } })),
    ...acuses.map(({ id }) => ({ nombre: 'emitir-acuse' as const, payload: { acuseId: id } })),
    ...acuses.map(({ id }) => ({ nombre: 'sellar-tiempo' as const, payload: { acuseId: id } })),
    ...(hallado.tipo === 'MEDIO' ? [{ nombre: 'cancelar-medio' as const, payload: { medioId: hallado.medioId } }] : []),
    ...(hallado.tipo === 'SOLICITUD'
      ? [{ nombre: 'verificar-solicitud' as const, payload: { solicitudId: hallado.solicitudId } }]
      : []),
  ]);
}

/** Those that will do something: the one that ends the 72 hours of a medio that ended before does nothing. */
export function pendientesDe(
  tareas: readonly TareaDeFolio[],
  { mensajes, isEnProceso }: { mensajes: readonly MensajeConEvidencia[]; isEnProceso: boolean },
): TareaPendiente[] {
  return tareas
    .filter(({ nombre }) => nombre !== 'cancelar-medio' || isEnProceso)
    .map(({ id, ...tarea }) => ({ ...tarea, mensaje: mensajes.find((each) => each.id === id) ?? null }));
}

interface TareaEnCola<Nombre extends Tarea> {
  nombre: Nombre;
  id: string;
  /** When the queue takes it, by the portal's clock. */
  cuando: Date;
  intentos: number;
  /** No try comes any more. */
  isAgotada: boolean;
  isEnCurso: boolean;
}

type Fila = Omit<TareaEnCola<Tarea>, 'nombre' | 'id'> & { key: string };

/** The jobs of these rows that the queue still has, by when it takes them. */
export async function listTareas<Nombre extends Tarea>(
  { db, desfaseMs }: Pick<Contexto, 'db' | 'desfaseMs'>,
  buscadas: readonly { [Cada in Nombre]: { nombre: Cada; payload: Tareas[Cada] } }[Nombre][],
): Promise<TareaEnCola<Nombre>[]> {
  const claves = buscadas.flatMap(({ nombre, payload }) => claveDeTarea(nombre, payload) ?? []);
  if (claves.length === 0) return [];
  const filas = await db.$queryRaw<Fila[]>`
    SELECT key, run_at AS cuando, attempts::int AS intentos, attempts >= max_attempts AS "isAgotada",
      locked_at IS NOT NULL AS "isEnCurso"
    FROM graphile_worker.jobs WHERE key = ANY (${claves}::text[]) ORDER BY run_at`;
  return filas.map(({ key, cuando, ...fila }) => ({
    ...fila,
    nombre: key.slice(0, key.indexOf(':')) as Nombre,
    id: key.slice(key.indexOf(':') + 1),
    cuando: new Date(cuando.getTime() + desfaseMs()),
  }));
}
