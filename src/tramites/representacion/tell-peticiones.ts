import { AVISOS_DE_PETICION_AL_DIA } from '#domain/representacion/peticion.ts';
import { tellContactos } from '#tramites/aviso/tell-contactos.ts';
import type { Contexto, Tx } from '#tramites/contexto.ts';

const DIA_MS = 86_400_000;
/** Read at once. */
const POR_VEZ = 100;

/** For the worker: of what somebody asked, tells those who have a Buzón here, each in a transaction, and each once. */
export async function tellPeticiones(ctx: Contexto, representanteId: string): Promise<void> {
  for (;;) {
    const pendientes = await ctx.db.peticionDeRepresentacion.findMany({
      where: { representanteId, estado: 'PENDIENTE', avisadaEn: null, venceEn: { gt: ctx.now() } },
      orderBy: { pedidaEn: 'asc' },
      take: POR_VEZ,
      select: { id: true, rfcDelTitular: true },
    });
    for (const { id, rfcDelTitular } of pendientes)
      await ctx.db.$transaction((tx) => tell(tx, ctx, { id, rfcDelTitular }));
    if (pendientes.length < POR_VEZ) return;
  }
}

async function tell(tx: Tx, ctx: Contexto, { id, rfcDelTitular }: { id: string; rfcDelTitular: string }) {
  const now = ctx.now();
  const where = { id, estado: 'PENDIENTE', avisadaEn: null } as const;
  const { count } = await tx.peticionDeRepresentacion.updateMany({ where, data: { avisadaEn: now } });
  if (count === 0) return;
  const titular = await tx.titular.findUnique({ where: { rfc: rfcDelTitular }, select: { id: true } });
  if (!titular) return;
  const hoy = { rfcDelTitular, avisadaEn: { gt: new Date(now.getTime() - DIA_MS) } };
  if ((await tx.peticionDeRepresentacion.count({ where: hoy })) > AVISOS_DE_PETICION_AL_DIA) return;
  const noticia = { titularId: titular.id, tipo: 'REPRESENTACION_PEDIDA', soloCorreos: true } as const;
  await tellContactos(tx, ctx, { ...noticia, peticionDeRepresentacionId: id });
}
