import { vistaPorQuienPide } from '#domain/representacion/peticion.ts';
import type { Representacion } from '#generated/prisma/client.ts';
import type { ContextoDeTitular, Tx } from '#tramites/contexto.ts';

const POR_PAGINA = 50;

/** Who asks the titular to be their representative, the first first; `limite` of them. */
export async function listPeticiones({ db, actor, now }: ContextoDeTitular, limite = POR_PAGINA) {
  const peticiones = await db.peticionDeRepresentacion.findMany({
    where: { rfcDelTitular: actor.rfc, estado: 'PENDIENTE', venceEn: { gt: now() } },
    orderBy: { pedidaEn: 'asc' },
    take: limite,
    select: { id: true, venceEn: true, representante: { select: { rfc: true, nombre: true } } },
  });
  return peticiones.map(({ representante, ...peticion }) => ({ ...peticion, ...representante }));
}

/** Those that one has asked, newest first, as who asks may see them; `despuesDe` is the id of the last of the page before. */
export async function listPedidas({ db, actor, now }: ContextoDeTitular, despuesDe?: string) {
  const where = { representanteId: actor.titularId };
  const halladas = await db.peticionDeRepresentacion.findMany({
    where,
    orderBy: [{ pedidaEn: 'desc' }, { id: 'desc' }],
    ...(despuesDe ? { cursor: { id: despuesDe, ...where }, skip: 1 } : {}),
    take: POR_PAGINA + 1,
    select: { id: true, rfcDelTitular: true, estado: true, pedidaEn: true, venceEn: true },
  });
  const filas = halladas.slice(0, POR_PAGINA).map(({ estado, ...pedida }) => {
    return { ...pedida, vista: vistaPorQuienPide({ estado, venceEn: pedida.venceEn }, now()) };
  });
  return { filas, hasMas: halladas.length > POR_PAGINA };
}

/** «No»: at once, and with `paraSiempre` also to whatever the same person asks later. False: there is nothing to answer. */
export async function closePeticion(ctx: ContextoDeTitular, id: string, paraSiempre: boolean): Promise<boolean> {
  const where = { id, ...pendientesDe(ctx) };
  const data = { estado: 'RECHAZADA', paraSiempre, cerradaEn: ctx.now() } as const;
  return (await ctx.db.peticionDeRepresentacion.updateMany({ where, data })).count > 0;
}

type Propuesta = Pick<Representacion, 'id' | 'rfcDelRepresentante'>;

/** «Sí» is naming: what the titular proposes to who had asked answers them. */
export async function completePeticion(tx: Tx, ctx: ContextoDeTitular, propuesta: Propuesta): Promise<void> {
  const { id: representacionId, rfcDelRepresentante: rfc } = propuesta;
  const where = { ...pendientesDe(ctx), representante: { rfc } };
  const data = { estado: 'ACEPTADA', representacionId, cerradaEn: ctx.now() } as const;
  await tx.peticionDeRepresentacion.updateMany({ where, data });
}

function pendientesDe({ actor, now }: ContextoDeTitular) {
  return { rfcDelTitular: actor.rfc, estado: 'PENDIENTE', venceEn: { gt: now() } } as const;
}
