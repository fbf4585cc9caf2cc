import type { MotivoDeMostrar } from '#domain/soporte/motivo-de-mostrar.ts';
import type { ContextoDeSoporte } from '#tramites/contexto.ts';

const MOSTRADOS_POR_PAGINA = 50;

export interface DatosMostradosEnLista {
  id: string;
  fecha: Date;
  miembro: string;
  folio: string;
  motivo: MotivoDeMostrar;
  /** Their own words. */
  detalle: string;
}

/** Who uncovered personal data, of which folio and why, the newest first: for whoever supervises, whoever it was. */
export async function listDatosMostrados(
  { db }: Pick<ContextoDeSoporte, 'db'>,
  { antesDe }: { antesDe?: string } = {},
): Promise<{ filas: DatosMostradosEnLista[]; hasMas: boolean }> {
  const mostrados = await db.datosMostrados.findMany({
    ...(antesDe ? { cursor: { id: antesDe }, skip: 1 } : {}),
    orderBy: [{ fecha: 'desc' }, { id: 'desc' }],
    take: MOSTRADOS_POR_PAGINA + 1,
    select: {
      id: true,
      fecha: true,
      folio: true,
      motivo: true,
      detalle: true,
      sesion: { select: { miembro: { select: { nombre: true } } } },
    },
  });
  const filas = mostrados.map(({ sesion, ...fila }) => ({ ...fila, miembro: sesion.miembro.nombre }));
  return { filas: filas.slice(0, MOSTRADOS_POR_PAGINA), hasMas: filas.length > MOSTRADOS_POR_PAGINA };
}
