import { causaDeBaja } from '#domain/acuse/datos.ts';
import type { EstadoDeMedio } from '#domain/medio-de-contacto/estado.ts';
import { estadoVigente } from '#domain/medio-de-contacto/plazo.ts';
import type { Prisma } from '#generated/prisma/client.ts';
import type { ContextoDeTitular } from '#tramites/contexto.ts';
import { mediosDe } from '#tramites/vigencia/alcance.ts';
import { listSalud } from './list-salud.ts';

/** The last link or code that was asked for. */
const ULTIMO_MENSAJE = {
  where: { tipo: { in: ['VALIDA_CORREO', 'CODIGO_CELULAR'] } },
  orderBy: { creadoEn: 'desc' },
  take: 1,
  select: { estado: true, motivo: true, demoradoHasta: true },
} satisfies Prisma.MedioDeContacto$avisosArgs;

const MEDIO = {
  folio: true,
  mecanismo: true,
  valor: true,
  estado: true,
  fechaDeRegistro: true,
  venceEn: true,
  registros: true,
  avisos: ULTIMO_MENSAJE,
} satisfies Prisma.MedioDeContactoSelect;

/** Until when it waits, as many asked for one to the same place; null when it does not. */
function demoraDe(mensaje: { estado: string; demoradoHasta: Date | null } | undefined): Date | null {
  return mensaje?.estado === 'PENDIENTE' ? mensaje.demoradoHasta : null;
}

export async function listMedios(ctx: ContextoDeTitular) {
  const now = ctx.now();
  const medios = await ctx.db.medioDeContacto.findMany({
    where: mediosDe(ctx),
    orderBy: [{ fechaDeRegistro: 'desc' }, { folio: 'desc' }],
    select: {
      ...MEDIO,
      fechaDeValidacion: true,
      confirmadoEn: true,
      fechaDeBaja: true,
      ajenoEn: true,
      intentosFallidos: true,
      todosHastaAlta: true,
      apunte: { select: { etiqueta: true, reemplazaA: { select: { folio: true } } } },
    },
  });
  const hasSome = (estado: EstadoDeMedio) => medios.some((medio) => medio.estado === estado);
  const probados = hasSome('VALIDADO') ? await listSalud(ctx, [ctx.actor.titularId]) : [];
  const salud = new Map(probados.map((suya) => [suya.folio, suya]));
  const find = (isIt: (medio: (typeof medios)[number]) => boolean) => {
    const hallado = medios.find(isIt);
    if (!hallado) return null;
    const { folio, mecanismo, valor } = hallado;
    return { folio, mecanismo, valor, estado: estadoVigente(hallado, now) };
  };
  const bajas = hasSome('BAJA') ? await listBajas(ctx) : new Map<string, never>();
  return medios.map(({ avisos, apunte, todosHastaAlta, ...medio }) => {
    const isValidado = medio.estado === 'VALIDADO';
    const suya = salud.get(medio.folio);
    // A link that came back, and was opened all the same, says nothing of the notices since.
    const mensaje = avisos.find((aviso) => !(isValidado && aviso.estado === 'REBOTADO'));
    const { entrega = null, motivo = null } =
      suya?.salud === 'NO_LLEGA' ? suya : { entrega: mensaje?.estado, motivo: mensaje?.motivo };
    return {
      ...medio,
      isParaTodos: todosHastaAlta !== null,
      estado: estadoVigente(medio, now),
      entrega,
      motivo,
      salud: suya?.salud ?? null,
      demoradoHasta: demoraDe(mensaje),
      baja: bajas.get(medio.folio) ?? null,
      // A word of the titular's for themself.
      etiqueta: ctx.actor.porConducto ? null : (apunte?.etiqueta ?? null),
      reemplaza: find(({ folio }) => folio === apunte?.reemplazaA?.folio),
      reemplazadoPor: find((otro) => otro.apunte?.reemplazaA?.folio === medio.folio && isEnUso(otro.estado)),
    };
  });
}

function isEnUso(estado: EstadoDeMedio): boolean {
  return estado === 'EN_PROCESO' || estado === 'VALIDADO';
}

/** The acuses of baja of the titular by folio, with why; medios that an earlier version ended for the padrón have none. */
async function listBajas({ db, actor: { titularId } }: ContextoDeTitular) {
  const acuses = await db.acuse.findMany({ where: { titularId, tipo: 'BAJA' }, select: { folio: true, datos: true } });
  return new Map(acuses.map(({ folio, datos }) => [folio, { causa: causaDeBaja(datos) }]));
}

export type MedioHallado = Awaited<ReturnType<typeof listMediosPorFolio>>[number];

export async function findMedio(ctx: ContextoDeTitular, folio: string): Promise<MedioHallado | null> {
  return (await listMediosPorFolio(ctx, [folio]))[0] ?? null;
}

/** Those of the titular's that are named. */
export async function listMediosPorFolio(ctx: ContextoDeTitular, folios: readonly (string | undefined)[]) {
  const medios = await ctx.db.medioDeContacto.findMany({
    where: { folio: { in: folios.flatMap((folio) => folio ?? []) }, ...mediosDe(ctx) },
    orderBy: { folio: 'asc' },
    select: MEDIO,
  });
  return medios.map(({ avisos, ...suyo }) => ({
    ...suyo,
    estado: estadoVigente(suyo, ctx.now()),
    demoradoHasta: demoraDe(avisos[0]),
  }));
}

/** Those of the RFC that wait for their link or code, the newest first. */
export function listPorValidar(ctx: ContextoDeTitular) {
  return listEnProceso(ctx, { registros: null });
}

export async function findCelularDeRegistrosPorValidar(ctx: ContextoDeTitular) {
  const [celular] = await listEnProceso(ctx, { mecanismo: 'TELEFONO', registros: { not: null } });
  return celular ?? null;
}

function listEnProceso(ctx: ContextoDeTitular, filter: Prisma.MedioDeContactoWhereInput) {
  return ctx.db.medioDeContacto.findMany({
    where: { ...filter, ...mediosDe(ctx), estado: 'EN_PROCESO', venceEn: { gt: ctx.now() } },
    orderBy: [{ fechaDeRegistro: 'desc' }, { folio: 'desc' }],
    select: { folio: true, mecanismo: true, valor: true, venceEn: true },
  });
}

const CORREO_DEL_RFC = {
  registroPatronalId: null,
  mecanismo: 'CORREO_ELECTRONICO',
  lugar: { not: null },
} as const;

/** The e-mail address in the titular's e.firma of this session, while the RFC has none registered: a suggestion, no more. */
export async function findCorreoDeLaEfirma(ctx: ContextoDeTitular): Promise<string | null> {
  if (ctx.actor.porConducto) return null;
  const sesion = await ctx.db.sesion.findUnique({
    where: { id: ctx.actor.sesionId },
    select: {
      certificado: { select: { correo: true } },
      titular: { select: { alcances: { where: CORREO_DEL_RFC, take: 1, select: { id: true } } } },
    },
  });
  return sesion && sesion.titular.alcances.length === 0 ? sesion.certificado.correo : null;
}
