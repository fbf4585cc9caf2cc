import { type Faltante, faltantesParaFirmar } from '#domain/medio-de-contacto/activacion.ts';
import { estadoVigente } from '#domain/medio-de-contacto/plazo.ts';
import type { EstadoDeSolicitud } from '#domain/solicitud/estado.ts';
import type { Contexto, ContextoDeTitular, Tx } from '#tramites/contexto.ts';
import { countRegistros } from '#tramites/registro-patronal/count-registros.ts';
import { avanceDeActivacion } from '#wording/solicitud/avance.ts';
import { textoPorFirmar } from '#wording/solicitud/textos.ts';
import { listSolicitudes } from '../vigencia/list-solicitudes.ts';

/** Where the activation of a titular stands: how far, what is missing, what was signed and what is to be signed. */
export async function findEstadoDeActivacion(ctx: ContextoDeTitular) {
  const [medios, solicitudes, registros] = await Promise.all([
    listMediosDelRfc(ctx.db, ctx),
    listSolicitudes(ctx.db, ctx.actor.titularId),
    countRegistros(ctx),
  ]);
  const firmadas = solicitudes.filter(({ estado }) => estado === 'FIRMADA');
  const [ultima] = solicitudes;
  const pendiente = ultima?.estado === 'PENDIENTE_DE_VERIFICACION' ? ultima : null;
  const solicitud = firmadas[0] ?? pendiente;
  const porFirmar = textoPorFirmar(versionesDe(solicitudes), ctx.now());
  const nueva = porFirmar ? 'POR_FIRMAR' : pendiente && 'PENDIENTE_DE_VERIFICACION';
  return {
    avance: avanceDeActivacion({ medios, solicitud: signedAs(solicitud), nueva }),
    canSign: porFirmar !== null && faltantesParaFirmar(medios).length === 0,
    porFirmar,
    /** The one in force or, where none is yet, the one that is being verified. */
    solicitud,
    /** Each has its acuse; that in force is the first. */
    firmadas,
    pendiente,
    isPatron: registros.vigentes > 0,
    /** Vigentes or de baja. */
    hasRegistros: registros.total > 0,
  };
}

/** Signing needs one validated e-mail and the validated phone of the RFC (guide IV); names those that are missing. */
export async function findFaltantes(db: Tx | Contexto['db'], ctx: ContextoDeTitular): Promise<Faltante[]> {
  return faltantesParaFirmar(await listMediosDelRfc(db, ctx));
}

export function versionesDe(solicitudes: readonly { textoVersion: string }[]): string[] {
  return solicitudes.map(({ textoVersion }) => textoVersion);
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

function signedAs(solicitud: { estado: EstadoDeSolicitud } | null) {
  return solicitud?.estado === 'FIRMADA' || solicitud?.estado === 'PENDIENTE_DE_VERIFICACION' ? solicitud.estado : null;
}
