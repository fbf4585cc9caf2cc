import type { DatosDeEvento } from '#domain/bitacora/evento.ts';
import type { ApunteDeFolio, Quien } from '#domain/soporte/hecho-de-folio.ts';
import type { Contexto } from '#tramites/contexto.ts';

type ContextoDeLectura = Pick<Contexto, 'db'>;

/** The last rows of the bitácora about a folio, in the order in which they were written, with who did each. */
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
  const quienes = await findQuienes({ db }, titularId, [...new Set(filas.map(({ actor }) => actor))]);
  const last = filas.slice(0, limite).reverse();
  const apuntes = last.map(({ fecha, evento, actor, datos }) => ({
    fecha,
    evento,
    datos: datos as DatosDeEvento,
    quien: quienes(actor),
  }));
  return { apuntes, hasMas: filas.length > limite };
}

/** Who stands behind each actor of the bitácora: `TITULAR:<sesión>`, `REPRESENTANTE:<sesión>`, `SOPORTE:<sesión>`, SISTEMA or NADIE. */
async function findQuienes(
  { db }: ContextoDeLectura,
  titularId: string,
  actores: readonly string[],
): Promise<(actor: string) => Quien> {
  const idsOf = (tipo: string) =>
    actores.filter((actor) => actor.startsWith(`${tipo}:`)).map((actor) => actor.slice(tipo.length + 1));
  const [propias, deRepresentantes, deSoporte] = await Promise.all([
    db.sesion.findMany({ where: { id: { in: idsOf('TITULAR') }, titularId }, select: { id: true } }),
    db.sesion.findMany({
      where: { id: { in: idsOf('REPRESENTANTE') } },
      select: { id: true, titular: { select: { rfc: true } } },
    }),
    db.sesionDeSoporte.findMany({
      where: { id: { in: idsOf('SOPORTE') } },
      select: { id: true, miembro: { select: { nombre: true } } },
    }),
  ]);
  const titulares = new Set(propias.map(({ id }) => id));
  const nombres = new Map(deSoporte.map(({ id, miembro }) => [id, miembro.nombre]));
  const rfcs = new Map(deRepresentantes.map(({ id, titular }) => [id, titular.rfc]));
  return (actor) => {
    const [tipo, sesionId = ''] = actor.split(':');
    if (tipo === 'SOPORTE') return { tipo, nombre: nombres.get(sesionId) ?? sesionId };
    if (tipo === 'REPRESENTANTE') return { tipo, rfc: rfcs.get(sesionId) ?? sesionId };
    if (tipo === 'TITULAR') return { tipo: titulares.has(sesionId) ? 'TITULAR' : 'OTRA_PERSONA' };
    return { tipo: tipo === 'SISTEMA' ? 'SISTEMA' : 'NADIE' };
  };
}
