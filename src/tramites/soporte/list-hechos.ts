import type { DatosDeEvento } from '#domain/bitacora/evento.ts';
import type { AperturaDeFolio, AsuntoDeFolio } from '#domain/soporte/asunto-de-folio.ts';
import { type HechoDeFolio, hechosDeMensaje, type NotaDelFolio, type Quien } from '#domain/soporte/hecho-de-folio.ts';
import type { MensajeConEvidencia } from '#domain/soporte/mensaje-con-evidencia.ts';
import type { Contexto } from '#tramites/contexto.ts';
import type { FolioHallado } from './find-folio.ts';

type ContextoDeLectura = Pick<Contexto, 'db'>;

interface Leido {
  asunto: AsuntoDeFolio;
  mensajes: readonly MensajeConEvidencia[];
  aperturas: readonly AperturaDeFolio[];
  notas: readonly NotaDelFolio[];
}

export async function listHechos(
  ctx: ContextoDeLectura,
  hallado: FolioHallado,
  { asunto, mensajes, aperturas, notas }: Leido,
  limite: number,
) {
  const [{ apuntes, hasMas }, deDocumentos, deOtros] = await Promise.all([
    listApuntes(ctx, hallado, limite),
    listDocumentos(ctx, hallado.folio),
    listDeOtrosFolios(ctx, hallado, asunto),
  ]);
  const hechos: HechoDeFolio[] = [
    ...apuntes.map((apunte) => ({ que: 'APUNTE' as const, ...apunte })),
    ...mensajes.flatMap(hechosDeMensaje),
    ...aperturas.map((apertura) => ({ que: 'APERTURA' as const, fecha: apertura.primeraEn, apertura })),
    ...notas.map((nota) => ({ que: 'NOTA' as const, ...nota })),
    ...deDocumentos,
    ...deOtros,
  ];
  return { hechos, hasMas };
}

async function listDocumentos({ db }: ContextoDeLectura, folio: string): Promise<HechoDeFolio[]> {
  const acuses = await db.acuse.findMany({
    where: { folio, documento: { isNot: null } },
    select: { tipo: true, documento: { select: { emitidoEn: true } } },
  });
  return acuses.flatMap(({ tipo: acuse, documento }) =>
    documento ? [{ que: 'PDF_DE_ACUSE', fecha: documento.emitidoEn, acuse }] : [],
  );
}

/** For a medio, the solicitud and what was asked of support; for a removal of registros, what its medio's tells. */
async function listDeOtrosFolios({ db }: ContextoDeLectura, hallado: FolioHallado, asunto: AsuntoDeFolio) {
  if (asunto.tipo === 'BAJA_DE_REGISTROS') return [{ que: 'REGISTROS_QUITADOS' as const, ...asunto }];
  if (hallado.tipo !== 'MEDIO') return [];
  const { medioId, titularId } = hallado;
  const [solicitudes, aclaraciones] = await Promise.all([
    db.solicitud.findMany({ where: { titularId }, select: { folio: true, fecha: true, estado: true } }),
    db.aclaracion.findMany({ where: { medioId }, select: { folio: true, presentadaEn: true } }),
  ]);
  return [
    ...solicitudes.map((solicitud) => ({ que: 'SOLICITUD_FIRMADA' as const, ...solicitud })),
    ...aclaraciones.map(({ folio, presentadaEn: fecha }) => {
      return { que: 'ACLARACION_SOBRE_EL_MEDIO' as const, fecha, folio };
    }),
  ];
}

/** The last rows of the bitácora about a folio, in the order in which they were written, with who did each. */
export async function listApuntes(
  { db }: ContextoDeLectura,
  { folio, titularId }: Pick<FolioHallado, 'folio' | 'titularId'>,
  limite: number,
) {
  const filas = await db.bitacora.findMany({
    where: { folio },
    orderBy: { id: 'desc' },
    take: limite + 1,
    select: { fecha: true, evento: true, actor: true, datos: true },
  });
  const quienes = await findQuienes({ db }, titularId, [...new Set(filas.map(({ actor }) => actor))]);
  const last = filas.slice(0, limite).reverse();
  const apuntes = last.map(({ actor, datos, ...fila }) => {
    return { ...fila, datos: datos as DatosDeEvento, quien: quienes(actor) };
  });
  return { apuntes, hasMas: filas.length > limite };
}

/** Who stands behind each actor of the bitácora: `TITULAR:<sesión>`, `REPRESENTANTE:<sesión>`, `SOPORTE:<sesión>`, SISTEMA or NADIE. */
async function findQuienes({ db }: ContextoDeLectura, titularId: string, actores: readonly string[]) {
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
  return (actor: string): Quien => {
    const [tipo, sesionId = ''] = actor.split(':');
    if (tipo === 'SOPORTE') return { tipo, nombre: nombres.get(sesionId) ?? sesionId };
    if (tipo === 'REPRESENTANTE') return { tipo, rfc: rfcs.get(sesionId) ?? sesionId };
    if (tipo === 'TITULAR') return { tipo: titulares.has(sesionId) ? 'TITULAR' : 'OTRA_PERSONA' };
    return { tipo: tipo === 'SISTEMA' ? 'SISTEMA' : 'NADIE' };
  };
}
