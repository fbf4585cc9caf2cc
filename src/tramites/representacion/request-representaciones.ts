import {
  AVISOS_DE_PETICION_AL_DIA,
  judgePedido,
  PETICIONES_MAXIMAS,
  type ResultadoDePeticion,
  venceLaPeticion,
} from '#domain/representacion/peticion.ts';
import { tellContactos } from '#tramites/aviso/tell-contactos.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import { type Contexto, type ContextoDeTitular, lockTitular, type Tx } from '#tramites/contexto.ts';
import { addTarea } from '#tramites/tarea/add-tarea.ts';
import { VIVA } from '../vigencia/find-representacion.ts';

const DIA_MS = 86_400_000;

/**
 * A persona física asks each RFC to be named its representative; what became of each, in their order. Nothing of those RFCs is
 * looked at here: whether one has a Buzón, or wants no more requests, takes no different answer nor time.
 */
export function requestRepresentaciones(ctx: ContextoDeTitular, textos: readonly string[]) {
  const { titularId: representanteId, rfc } = ctx.actor;
  return ctx.db.$transaction(async (tx) => {
    await lockTitular(tx, representanteId);
    const ocupados = await findOcupados(tx, ctx);
    const hoy = { representanteId, pedidaEn: { gt: new Date(ctx.now().getTime() - DIA_MS) } };
    let libres = PETICIONES_MAXIMAS - (await tx.peticionDeRepresentacion.count({ where: hoy }));
    const nuevos = new Set<string>();
    const judge = (texto: string): ResultadoDePeticion => {
      const judged = judgePedido(texto, rfc);
      if (!judged.ok) return judged.error;
      if (nuevos.has(judged.value)) return 'REPETIDO';
      const ocupado = ocupados.get(judged.value);
      if (ocupado) return ocupado;
      if (libres-- <= 0) return 'LIMITE_DEL_DIA';
      nuevos.add(judged.value);
      return 'PEDIDA';
    };
    const pedidos = textos.map((texto) => ({ texto, resultado: judge(texto) }));
    if (nuevos.size > 0) await insertPeticiones(tx, ctx, [...nuevos]);
    return pedidos;
  });
}

/** What who asks knows: whom they have asked and still may answer, and whom they represent or is proposing it. */
async function findOcupados(tx: Tx, { actor, now }: ContextoDeTitular): Promise<Map<string, ResultadoDePeticion>> {
  const { titularId: representanteId, rfc: rfcDelRepresentante } = actor;
  const [pedidas, representados] = await Promise.all([
    tx.peticionDeRepresentacion.findMany({
      where: { representanteId, estado: { in: ['PENDIENTE', 'RECHAZADA'] }, venceEn: { gt: now() } },
      select: { rfcDelTitular: true },
    }),
    tx.representacion.findMany({
      where: { rfcDelRepresentante, estado: VIVA },
      select: { titular: { select: { rfc: true } } },
    }),
  ]);
  return new Map([
    ...pedidas.map(({ rfcDelTitular }) => [rfcDelTitular, 'YA_PEDIDA'] as const),
    ...representados.map(({ titular }) => [titular.rfc, 'YA_REPRESENTADO'] as const),
  ]);
}

/** Those that had lapsed give their place. The worker tells whom there is to tell. */
async function insertPeticiones(tx: Tx, ctx: ContextoDeTitular, rfcs: readonly string[]): Promise<void> {
  const { titularId: representanteId } = ctx.actor;
  const pedidaEn = ctx.now();
  await tx.peticionDeRepresentacion.updateMany({
    where: { representanteId, rfcDelTitular: { in: [...rfcs] }, estado: 'PENDIENTE', venceEn: { lte: pedidaEn } },
    data: { estado: 'VENCIDA', cerradaEn: pedidaEn },
  });
  const venceEn = venceLaPeticion(pedidaEn);
  await tx.$executeRaw`
    INSERT INTO peticion_de_representacion (id, representante_id, rfc_del_titular, estado, pedida_en, vence_en, cerrada_en)
    SELECT gen_random_uuid(), ${representanteId}::uuid, rfc, CASE WHEN cerrada THEN 'RECHAZADA' ELSE 'PENDIENTE' END::"EstadoDePeticion",
      ${pedidaEn}, ${venceEn}, CASE WHEN cerrada THEN ${pedidaEn}::timestamptz END
    FROM unnest(${rfcs}::text[]) AS rfc CROSS JOIN LATERAL (SELECT EXISTS (
      SELECT FROM peticion_de_representacion AS p
      WHERE p.para_siempre AND p.representante_id = ${representanteId}::uuid AND p.rfc_del_titular = rfc) AS cerrada) AS antes`;
  await appendBitacora(tx, ctx, { evento: 'REPRESENTACION_PEDIDA', datos: { cuantas: rfcs.length } });
  await addTarea(tx, ctx, 'avisar-peticiones', { representanteId });
}

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
