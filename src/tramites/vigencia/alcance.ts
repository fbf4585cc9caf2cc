import type { Prisma } from '#generated/prisma/client.ts';
import type { ContextoDeTitular } from '#tramites/contexto.ts';

/** The registros patronales that a representative acts for, by their designation; none where they are all, as for the titular. */
export function elegidosDe({ actor }: Pick<ContextoDeTitular, 'actor'>): string[] {
  return [...(actor.porConducto?.registrosPatronales ?? [])];
}

/** Whose a selection of registros is: of this session, and in the Buzón of a client of that designation alone. */
export function duenoDeSeleccion({ actor }: ContextoDeTitular) {
  return { sesionId: actor.sesionId, representacionId: actor.porConducto?.representacionId ?? null };
}

/** The medios that whoever acts may see and manage: the titular's, or those that are for no registro but the chosen ones. */
export function mediosDe(ctx: Pick<ContextoDeTitular, 'actor'>) {
  const { titularId } = ctx.actor;
  const numeros = elegidosDe(ctx);
  if (numeros.length === 0) return { titularId };
  // That of the RFC has no number, which would be among those that are not among others.
  const alcances = { some: {}, none: { OR: [{ numero: null }, { numero: { notIn: numeros } }] } };
  return { titularId, AND: { alcances } } satisfies Prisma.MedioDeContactoWhereInput;
}

/** The aclaraciones that whoever acts may see and answer: those of whoever represents chosen registros are about their medios. */
export function aclaracionesDe(ctx: ContextoDeTitular) {
  const { titularId } = ctx.actor;
  if (elegidosDe(ctx).length === 0) return { titularId };
  return { titularId, AND: { medio: mediosDe(ctx) } } satisfies Prisma.AclaracionWhereInput;
}

/** The same for acuses, which are of those medios, of the bajas of their registros and of those aclaraciones. */
export async function acusesDe(ctx: ContextoDeTitular) {
  const { titularId } = ctx.actor;
  if (elegidosDe(ctx).length === 0) return { titularId };
  const [medios, aclaraciones] = await Promise.all([
    ctx.db.medioDeContacto.findMany({
      where: mediosDe(ctx),
      select: { folio: true, alcances: { where: { folioDeBaja: { not: null } }, select: { folioDeBaja: true } } },
    }),
    ctx.db.aclaracion.findMany({ where: aclaracionesDe(ctx), select: { folio: true } }),
  ]);
  const folios = [...medios, ...aclaraciones].map(({ folio }) => folio);
  const deBaja = medios.flatMap(({ alcances }) => alcances.flatMap(({ folioDeBaja }) => folioDeBaja ?? []));
  return { titularId, AND: { folio: { in: [...folios, ...deBaja] } } } satisfies Prisma.AcuseWhereInput;
}
