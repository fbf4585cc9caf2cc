import type { Evento } from '#tramites/bitacora/append-bitacora.ts';
import type { Contexto } from '#tramites/contexto.ts';
import { type ApunteDeFolio, type DatosDeApunte, RELATOS } from '#wording/soporte/suceso-de-apunte.ts';

/** Events that are of no folio: a person's session, a role, a load of the padrón, a search. */
type SinFolio =
  | 'INGRESO'
  | 'INGRESO_RECHAZADO'
  | 'SALIDA'
  | 'OTRAS_SESIONES_CERRADAS'
  | 'PADRON_IMPORTADO'
  | 'INGRESO_DE_SOPORTE'
  | 'INGRESO_DE_SOPORTE_RECHAZADO'
  | 'SALIDA_DE_SOPORTE'
  | 'ROL_DADO'
  | 'ROL_QUITADO'
  | 'BUSQUEDA_DE_SOPORTE'
  | 'TITULAR_CONSULTADO';

/** Does not compile when an event of folios has no words. */
RELATOS satisfies Record<Exclude<Evento, SinFolio>, unknown>;

type ContextoDeLectura = Pick<Contexto, 'db'>;

/** The last rows of the bitácora about a folio, in the order in which they were written, with who did each in words. */
export async function listApuntes(
  { db }: ContextoDeLectura,
  { folio, titularId }: { folio: string; titularId: string },
  limite: number,
): Promise<{ apuntes: ApunteDeFolio[]; hasMas: boolean }> {
  const filas = await db.bitacora.findMany({
    where: { folio },
    orderBy: { id: 'desc' },
    take: limite + 1,
    select: { fecha: true, evento: true, actor: true, datos: true },
  });
  const quienes = await nameActores({ db }, titularId, [...new Set(filas.map(({ actor }) => actor))]);
  const last = filas.slice(0, limite).reverse();
  const apuntes = last.map(({ fecha, evento, actor, datos }) => ({
    fecha,
    evento,
    datos: datos as DatosDeApunte,
    quien: quienes.get(actor) ?? actor,
  }));
  return { apuntes, hasMas: filas.length > limite };
}

/** Who stands behind each actor of the bitácora: `TITULAR:<sesión>`, `SOPORTE:<sesión>`, SISTEMA or NADIE. */
async function nameActores(
  { db }: ContextoDeLectura,
  titularId: string,
  actores: readonly string[],
): Promise<Map<string, string>> {
  const idsOf = (tipo: string) =>
    actores.filter((actor) => actor.startsWith(`${tipo}:`)).map((actor) => actor.slice(tipo.length + 1));
  const [propias, deSoporte] = await Promise.all([
    db.sesion.findMany({ where: { id: { in: idsOf('TITULAR') }, titularId }, select: { id: true } }),
    db.sesionDeSoporte.findMany({
      where: { id: { in: idsOf('SOPORTE') } },
      select: { id: true, miembro: { select: { nombre: true } } },
    }),
  ]);
  const names = new Map(actores.map((actor) => [actor, actor.startsWith('TITULAR') ? 'Otra persona' : OTROS[actor]]));
  for (const { id } of propias) names.set(`TITULAR:${id}`, 'El titular');
  for (const { id, miembro } of deSoporte) names.set(`SOPORTE:${id}`, `Soporte: ${miembro.nombre}`);
  return new Map([...names].map(([actor, name]) => [actor, name ?? actor]));
}

const OTROS: Record<string, string> = { SISTEMA: 'El portal', NADIE: 'Alguien sin sesión' };
