import type { TareaPendiente } from '#domain/soporte/folio-leido.ts';
import type { MensajeConEvidencia } from '#domain/soporte/mensaje-con-evidencia.ts';
import type { Contexto } from '#tramites/contexto.ts';
import { claveDeTarea } from '#tramites/tarea/add-tarea.ts';
import type { FolioHallado } from './find-folio.ts';

/** A job that the queue has; its id is that of the row it is about. */
export type TareaDeFolio = Omit<TareaPendiente, 'mensaje'> & { id: string };

type ContextoDeCola = Pick<Contexto, 'db' | 'desfaseMs'>;

export async function listTareasDeFolio(
  ctx: ContextoDeCola,
  hallado: FolioHallado,
  mensajes: readonly MensajeConEvidencia[],
) {
  const acuses = await ctx.db.acuse.findMany({ where: { folio: hallado.folio }, select: { id: true } });
  return listTareas(ctx, [
    ...mensajes.map(({ id }) => ['enviar-aviso', id] as const),
    ...acuses.flatMap(({ id }) => [['emitir-acuse', id] as const, ['sellar-tiempo', id] as const]),
    ...(hallado.tipo === 'MEDIO' ? [['cancelar-medio', hallado.medioId] as const] : []),
    ...(hallado.tipo === 'SOLICITUD' ? [['verificar-solicitud', hallado.solicitudId] as const] : []),
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

type Buscada = readonly [nombre: TareaPendiente['nombre'], id: string];

/** The jobs of these rows that the queue still has, by when it takes them. */
export async function listTareas({ db, desfaseMs }: ContextoDeCola, buscadas: readonly Buscada[]) {
  const claves = buscadas.map(([nombre, id]) => claveDeTarea(nombre, id));
  if (claves.length === 0) return [];
  const filas = await db.$queryRaw<(Omit<TareaDeFolio, 'nombre' | 'id'> & { key: string })[]>`
    SELECT key, run_at AS cuando, attempts::int AS intentos, attempts >= max_attempts AS "isAgotada",
      locked_at IS NOT NULL AS "isEnCurso"
    FROM graphile_worker.jobs WHERE key = ANY (${claves}::text[]) ORDER BY run_at`;
  return filas.map(({ key, cuando, ...fila }): TareaDeFolio => {
    const [nombre, id] = key.split(':') as [TareaDeFolio['nombre'], string];
    return { ...fila, nombre, id, cuando: new Date(cuando.getTime() + desfaseMs()) };
  });
}
