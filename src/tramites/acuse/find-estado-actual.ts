import type { DatosDeAcuse, DatosDeAcuseDeMedio } from '#domain/acuse/datos.ts';
import { estadoVigente } from '#domain/medio-de-contacto/plazo.ts';
import { situacionDe } from '#domain/solicitud/estado.ts';
import type { Contexto } from '#tramites/contexto.ts';
import { findEnVigor } from '../vigencia/list-solicitudes.ts';

/** Null when its record is not there, which only happens to data that was tampered with. */
export async function findEstadoActual(ctx: Pick<Contexto, 'db' | 'now'>, datos: DatosDeAcuse) {
  switch (datos.tipo) {
    case 'SOLICITUD':
      return findDeSolicitud(ctx, datos.folio);
    case 'ACLARACION':
      return findDeAclaracion(ctx, datos.folio);
    default:
      return findDeMedio(ctx, datos);
  }
}

async function findDeSolicitud({ db }: Pick<Contexto, 'db'>, folio: string) {
  const solicitud = await db.solicitud.findUnique({ where: { folio }, select: { estado: true, titularId: true } });
  if (!solicitud) return null;
  const enVigor = await findEnVigor(db, solicitud.titularId);
  const estado = situacionDe({ folio, estado: solicitud.estado }, enVigor);
  return {
    de: 'SOLICITUD' as const,
    estado,
    reemplazadaEn: estado === 'REEMPLAZADA' ? (enVigor?.fecha ?? null) : null,
  };
}

async function findDeAclaracion({ db }: Pick<Contexto, 'db'>, folio: string) {
  const aclaracion = await db.aclaracion.findUnique({ where: { folio }, select: { estado: true } });
  return aclaracion && { de: 'ACLARACION' as const, estado: aclaracion.estado };
}

async function findDeMedio({ db, now }: Pick<Contexto, 'db' | 'now'>, { folio, folioDelMedio }: DatosDeAcuseDeMedio) {
  const medio = await db.medioDeContacto.findUnique({
    where: { folio: folioDelMedio ?? folio },
    select: { estado: true, venceEn: true, fechaDeBaja: true, registros: true },
  });
  if (!medio) return null;
  const { fechaDeBaja, registros } = medio;
  return { de: 'MEDIO' as const, estado: estadoVigente(medio, now()), fechaDeBaja, registros };
}
