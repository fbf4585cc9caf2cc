import { type Faltante, faltantesParaFirmar } from '#domain/medio-de-contacto/activacion.ts';
import { estadoVigente } from '#domain/medio-de-contacto/plazo.ts';
import { avanceDeActivacion } from '#domain/solicitud/avance.ts';
import type { Contexto, ContextoDeTitular, Tx } from '#tramites/contexto.ts';
import { countRegistros } from '#tramites/registro-patronal/count-registros.ts';

/** Where the activation of a titular stands: how far, what is missing, and the solicitud once it is signed. */
export async function readEstadoDeActivacion(ctx: ContextoDeTitular) {
  const [medios, solicitud, registros] = await Promise.all([
    listMediosDelRfc(ctx.db, ctx),
    findSolicitud(ctx.db, ctx),
    countRegistros(ctx),
  ]);
  return {
    avance: avanceDeActivacion({ medios, solicitud: signedAs(solicitud) }),
    canSign: solicitud === null && faltantesParaFirmar(medios).length === 0,
    solicitud,
    isPatron: registros.vigentes > 0,
    /** Vigentes or de baja. */
    hasRegistros: registros.total > 0,
  };
}

/** Signing needs one validated e-mail and the validated phone of the RFC (guide IV); names those that are missing. */
export async function findFaltantes(db: Tx | Contexto['db'], ctx: ContextoDeTitular): Promise<Faltante[]> {
  return faltantesParaFirmar(await listMediosDelRfc(db, ctx));
}

/**
 * The titular's solicitud, unless it turned out invalid. One that was signed stays in force under the text of its day: a
 * text that is published later is for those who sign later.
 */
export function findSolicitud(db: Tx | Contexto['db'], ctx: ContextoDeTitular) {
  return db.solicitud.findFirst({
    where: { titularId: ctx.actor.titularId, estado: { not: 'INVALIDA' } },
    orderBy: { fecha: 'desc' },
    select: { folio: true, fecha: true, estado: true, textoVersion: true },
  });
}

async function listMediosDelRfc(db: Tx | Contexto['db'], ctx: ContextoDeTitular) {
  const now = ctx.now();
  const medios = await db.medioDeContacto.findMany({
    where: {
      titularId: ctx.actor.titularId,
      estado: { in: ['EN_PROCESO', 'VALIDADO'] },
      registros: null,
    },
    select: { mecanismo: true, estado: true, venceEn: true },
  });
  return medios.map((medio) => ({ mecanismo: medio.mecanismo, estado: estadoVigente(medio, now) }));
}

function signedAs(solicitud: Awaited<ReturnType<typeof findSolicitud>>) {
  return solicitud?.estado === 'FIRMADA' || solicitud?.estado === 'PENDIENTE_DE_VERIFICACION' ? solicitud.estado : null;
}
