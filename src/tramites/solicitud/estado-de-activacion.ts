import { type Faltante, faltantesParaFirmar } from '#domain/medio-de-contacto/activacion.ts';
import { textoVigente } from '#domain/solicitud/textos.ts';
import type { Contexto, ContextoDeTitular, Tx } from '#tramites/contexto.ts';
import { countRegistrosVigentes } from '#tramites/registro-patronal/count-registros-vigentes.ts';

/** Where the activation of a titular stands: what is still to be validated, and the solicitud once it is signed. */
export async function readEstadoDeActivacion(ctx: ContextoDeTitular) {
  const [faltantes, solicitud, registrosVigentes] = await Promise.all([
    findFaltantes(ctx.db, ctx.actor.titularId),
    findSolicitud(ctx.db, ctx),
    countRegistrosVigentes(ctx),
  ]);
  return { faltantes, solicitud, registrosVigentes, isActivo: solicitud?.estado === 'FIRMADA' };
}

export type EstadoDeActivacion = Awaited<ReturnType<typeof readEstadoDeActivacion>>;

/** Signing needs one validated e-mail and the validated phone of the RFC (guide IV); names those that are missing. */
export async function findFaltantes(db: Tx | Contexto['db'], titularId: string): Promise<Faltante[]> {
  const validados = await db.alcanceDeMedio.findMany({
    where: { titularId, registroPatronalId: null, lugar: { not: null }, medio: { estado: 'VALIDADO' } },
    select: { mecanismo: true },
  });
  return faltantesParaFirmar(validados.map(({ mecanismo }) => ({ mecanismo, estado: 'VALIDADO' as const })));
}

/** The titular's solicitud under the text in force, unless it turned out invalid. */
export function findSolicitud(db: Tx | Contexto['db'], ctx: ContextoDeTitular) {
  return db.solicitud.findFirst({
    where: {
      titularId: ctx.actor.titularId,
      textoVersion: textoVigente(ctx.now()).version,
      estado: { not: 'INVALIDA' },
    },
    select: { id: true, folio: true, fecha: true, estado: true, textoVersion: true },
  });
}
