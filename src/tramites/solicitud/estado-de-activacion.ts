import { faltantesParaFirmar } from '#domain/medio-de-contacto/activacion.ts';
import { DIA_MS, INTENTOS_POR_MEDIO } from '#domain/medio-de-contacto/limites.ts';
import { estadoVigente } from '#domain/medio-de-contacto/plazo.ts';
import type { EstadoDeSolicitud } from '#domain/solicitud/estado.ts';
import { type MedioDelRfc, siguientePaso } from '#domain/solicitud/siguiente-paso.ts';
import type { Prisma } from '#generated/prisma/client.ts';
import type { Contexto, ContextoDeTitular, Tx } from '#tramites/contexto.ts';
import { avanceDeActivacion } from '#wording/solicitud/avance.ts';
import { sortByTexto, textoPorFirmar } from '#wording/solicitud/textos.ts';
import { SOLICITUDES } from '../vigencia/list-solicitudes.ts';

/** Where the activation of a titular stands: how far, what is missing, what to do now, what was signed and is to be. */
export async function findEstadoDeActivacion(ctx: ContextoDeTitular) {
  const { medios, solicitudes, conteo } = await findSolicitante(ctx.db, ctx);
  const registros = conteo ?? { vigentes: 0, total: 0 };
  const firmadas = solicitudes.filter(({ estado }) => estado === 'FIRMADA');
  const [ultima] = solicitudes;
  const pendiente = ultima?.estado === 'PENDIENTE_DE_VERIFICACION' ? ultima : null;
  const solicitud = firmadas[0] ?? pendiente;
  const porFirmar = textoPorFirmar(versionesDe(solicitudes), ctx.now());
  const nueva = porFirmar ? 'POR_FIRMAR' : pendiente && 'PENDIENTE_DE_VERIFICACION';
  return {
    avance: avanceDeActivacion({ medios, solicitud: signedAs(solicitud), nueva }),
    siguiente: siguientePaso({ medios, firmada: firmadas[0] ?? null, nueva }),
    canSign: porFirmar !== null && faltantesParaFirmar(medios).length === 0,
    porFirmar,
    /** The one in force or, where none is yet, the one that is being verified. */
    solicitud,
    /** Each has its acuse; that in force is the first. */
    firmadas,
    pendiente,
    porValidar: medios.filter(({ estado }) => estado === 'EN_PROCESO'),
    isPatron: registros.vigentes > 0,
    hasRegistros: registros.total > 0,
  };
}

/** Signing needs one validated e-mail and the validated phone of the RFC (guide IV): those that are missing, and what was signed. */
export async function findParaFirmar(db: Tx | Contexto['db'], ctx: ContextoDeTitular) {
  const { medios, solicitudes } = await findSolicitante(db, ctx);
  return { faltantes: faltantesParaFirmar(medios), solicitudes, versiones: versionesDe(solicitudes) };
}

async function findSolicitante(db: Tx | Contexto['db'], { actor, now }: ContextoDeTitular) {
  const { medios, solicitudes, conteo } = await db.titular.findUniqueOrThrow({
    where: { id: actor.titularId },
    select: {
      medios: mediosDelRfc(now()),
      solicitudes: SOLICITUDES,
      conteo: { select: { vigentes: true, total: true } },
    },
  });
  return { medios: atNow(medios, now()), solicitudes: sortByTexto(solicitudes), conteo };
}

function versionesDe(solicitudes: readonly { textoVersion: string }[]): string[] {
  return solicitudes.map(({ textoVersion }) => textoVersion);
}

/** What was cancelled longer ago is not offered again: whoever comes back then begins anew. */
const CANCELADO_RECORDADO_MS = 30 * DIA_MS;

function mediosDelRfc(now: Date) {
  return {
    where: {
      registros: null,
      OR: [
        { estado: { in: ['EN_PROCESO', 'VALIDADO'] } },
        {
          estado: 'CANCELADO',
          intentosFallidos: { lt: INTENTOS_POR_MEDIO },
          ajenoEn: null,
          venceEn: { gt: new Date(now.getTime() - CANCELADO_RECORDADO_MS) },
        },
      ],
    },
    orderBy: [{ fechaDeRegistro: 'desc' }, { folio: 'desc' }],
    select: { folio: true, mecanismo: true, valor: true, estado: true, venceEn: true },
  } satisfies Prisma.Titular$mediosArgs;
}

function atNow<Medio extends MedioDelRfc & { venceEn: Date }>(medios: readonly Medio[], now: Date): Medio[] {
  return medios.map((medio) => ({ ...medio, estado: estadoVigente(medio, now) }));
}

function signedAs(solicitud: { estado: EstadoDeSolicitud } | null) {
  return solicitud?.estado === 'FIRMADA' || solicitud?.estado === 'PENDIENTE_DE_VERIFICACION' ? solicitud.estado : null;
}
