import { causaDeBaja } from '#domain/acuse/datos.ts';
import { estadoVigente } from '#domain/medio-de-contacto/plazo.ts';
import { findRebotes } from '#tramites/aviso/find-rebotes.ts';
import type { ContextoDeTitular } from '#tramites/contexto.ts';

export async function listMedios(ctx: ContextoDeTitular) {
  const now = ctx.now();
  const medios = await ctx.db.medioDeContacto.findMany({
    where: { titularId: ctx.actor.titularId },
    orderBy: [{ fechaDeRegistro: 'desc' }, { folio: 'desc' }],
    select: {
      folio: true,
      mecanismo: true,
      valor: true,
      valorComparable: true,
      estado: true,
      fechaDeRegistro: true,
      venceEn: true,
      fechaDeValidacion: true,
      fechaDeBaja: true,
      ajenoEn: true,
      intentosFallidos: true,
      registros: true,
      avisos: {
        where: { tipo: { in: ['VALIDA_CORREO', 'CODIGO_CELULAR'] } },
        orderBy: { creadoEn: 'desc' },
        take: 1,
        select: { estado: true, motivo: true, demoradoHasta: true },
      },
    },
  });
  const rebotes = await findRebotes(ctx, ctx.actor.titularId);
  const bajas = await listBajas(ctx);
  return medios.map(({ avisos, valorComparable, ...medio }) => {
    const isValidado = medio.estado === 'VALIDADO';
    const rebote = isValidado ? rebotes.get(valorComparable) : undefined;
    // A link that came back, and was opened all the same, says nothing of the notices since.
    const mensaje = avisos.find((aviso) => !(isValidado && aviso.estado === 'REBOTADO'));
    const { estado, motivo } = rebote ?? mensaje ?? { estado: null, motivo: null };
    return {
      ...medio,
      estado: estadoVigente(medio, now),
      entrega: estado,
      motivo,
      demoradoHasta: mensaje?.demoradoHasta ?? null,
      baja: bajas.get(medio.folio) ?? null,
    };
  });
}

/** The acuses of baja of the titular by folio, with why; medios that an earlier version ended for the padrón have none. */
async function listBajas({ db, actor: { titularId } }: ContextoDeTitular) {
  const acuses = await db.acuse.findMany({ where: { titularId, tipo: 'BAJA' }, select: { folio: true, datos: true } });
  return new Map(acuses.map(({ folio, datos }) => [folio, { causa: causaDeBaja(datos) }]));
}

export type MedioListado = Awaited<ReturnType<typeof listMedios>>[number];

export async function findMedio(ctx: ContextoDeTitular, folio: string) {
  const medio = await ctx.db.medioDeContacto.findUnique({
    where: { folio, titularId: ctx.actor.titularId },
    select: {
      folio: true,
      mecanismo: true,
      valor: true,
      estado: true,
      fechaDeRegistro: true,
      venceEn: true,
      registros: true,
    },
  });
  return medio && { ...medio, estado: estadoVigente(medio, ctx.now()) };
}

export function findCelularPorValidar(ctx: ContextoDeTitular) {
  return ctx.db.medioDeContacto.findFirst({
    where: {
      titularId: ctx.actor.titularId,
      mecanismo: 'TELEFONO',
      estado: 'EN_PROCESO',
      venceEn: { gt: ctx.now() },
      registros: null,
    },
    select: { folio: true, valor: true },
  });
}

export function findCelularDeRegistrosPorValidar(ctx: ContextoDeTitular) {
  return ctx.db.medioDeContacto.findFirst({
    where: {
      titularId: ctx.actor.titularId,
      mecanismo: 'TELEFONO',
      estado: 'EN_PROCESO',
      venceEn: { gt: ctx.now() },
      registros: { not: null },
    },
    orderBy: { fechaDeRegistro: 'desc' },
    select: { folio: true, valor: true },
  });
}

/** The e-mail address in the e.firma of this session, while the RFC has none registered: a suggestion, no more. */
export async function findCorreoDeLaEfirma(ctx: ContextoDeTitular): Promise<string | null> {
  const [sesion, registrados] = await Promise.all([
    ctx.db.sesion.findUnique({
      where: { id: ctx.actor.sesionId },
      select: { certificado: { select: { correo: true } } },
    }),
    ctx.db.alcanceDeMedio.count({
      where: {
        titularId: ctx.actor.titularId,
        registroPatronalId: null,
        mecanismo: 'CORREO_ELECTRONICO',
        lugar: { not: null },
      },
    }),
  ]);
  return registrados === 0 ? (sesion?.certificado.correo ?? null) : null;
}
