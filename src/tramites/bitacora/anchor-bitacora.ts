import { type Ancla, textoDeAncla } from '#domain/bitacora/texto-canonico.ts';
import { addDias, type Dia, diaEnCentro, inicioDelDia } from '#domain/dia.ts';
import type { Contexto } from '#tramites/contexto.ts';
import { findTamano, readRangos } from './arbol.ts';
import { algoritmoDeAncla, findRaizDeRenovaciones } from './arbol-de-renovaciones.ts';
import { resumenDe } from './hash-de.ts';
import { type EslabonLeido, findCabeza, type Ruptura } from './lectura.ts';

const DIA_MS = 86_400_000;

/** Waits until every row of the day is chained. The days that no worker saw end have theirs with the next. */
export async function anchorBitacora(ctx: Pick<Contexto, 'db' | 'now' | 'algoritmo'>): Promise<void> {
  const { db, now, algoritmo } = ctx;
  const hoy = diaEnCentro(now());
  const ayer = new Date(addDias(hoy, -1));
  const last = await db.anclaDeBitacora.findFirst({ orderBy: { dia: 'desc' }, select: { dia: true } });
  if (last && last.dia >= ayer) return;
  const [{ waits }] = await db.$queryRaw<[{ waits: boolean }]>`
    SELECT EXISTS (
      SELECT FROM bitacora_pendiente JOIN bitacora ON bitacora.id = bitacora_id WHERE fecha < ${inicioDelDia(hoy)}
    ) AS waits`;
  if (waits) return;
  const head = await findCabeza(db);
  if (!head) return;
  const tamano = Number(head.posicion);
  const [raiz] = (await findTamano(db)) < tamano ? [] : await readRangos(db, [{ desde: 0, hasta: tamano }]);
  const renovadas = await findRaizDeRenovaciones(db, algoritmo);
  const dias = last ? Math.round((ayer.getTime() - last.dia.getTime()) / DIA_MS) : 1;
  const data = Array.from({ length: dias }, (_, i) => {
    const dia = new Date(ayer.getTime() - i * DIA_MS);
    return { dia, ...head, raiz: raiz ? Buffer.from(raiz).toString('hex') : null, ...renovadas, ancladaEn: now() };
  });
  await db.anclaDeBitacora.createMany({ data, skipDuplicates: true });
}

/** The latest first, which vouches for those before it: what a service that was away for a week left over takes two runs. */
const SELLOS_POR_VEZ = 5;

/** What the service does not answer now is asked again at the next run. */
export async function stampAnclas(ctx: Pick<Contexto, 'db' | 'now' | 'stampTime' | 'log'>): Promise<void> {
  if (!ctx.stampTime) return;
  const anclas = await ctx.db.anclaDeBitacora.findMany({
    where: { sello: null },
    orderBy: { dia: 'desc' },
    take: SELLOS_POR_VEZ,
    omit: { ancladaEn: true },
  });
  for (const ancla of anclas) {
    const respuesta = await ctx.stampTime(resumenDeAncla(ancla));
    if (respuesta.resultado !== 'SELLADO')
      return ctx.log.warn({ motivo: respuesta.motivo }, 'an anchor of the bitácora has no time stamp yet');
    const { token, fecha } = respuesta.sello;
    const sello = { dia: ancla.dia, token, fecha, obtenidoEn: ctx.now() };
    await ctx.db.selloDeAncla.createMany({ data: sello, skipDuplicates: true });
  }
}

/** What is stamped of it, under the algorithm of the tree of renewals that it vouches for. */
export function resumenDeAncla(ancla: Ancla): Uint8Array {
  return resumenDe(algoritmoDeAncla(ancla))(textoDeAncla(ancla));
}

/** An ended day has none, the chain is another than the one that was anchored, it ends before, or the stamp of the anchor is not of it. */
export type RupturaDeAncla = Ruptura<'FALTA_ANCLA' | 'CADENA_REHECHA' | 'CADENA_RECORTADA' | 'SELLO_DE_ANCLA_INVALIDO'>;

export interface AnclaVerificada {
  dia: Date;
  posicion: bigint;
  cadena: string;
  /** Who vouches for the hour, and the hour; null while no service does. */
  sello: { fecha: Date; emisor: string } | null;
}

const ANCLAS_MOSTRADAS = 3;
/** A worker that chains for so long has anchored the day before, whenever it was started. */
const MARGEN_MS = 1_800_000;

/** Which day must have its anchor by what was chained when: a worker that sees a day begin anchors the one before. */
function watchDias() {
  let dia: Dia | null = null;
  let isPrimero = true;
  let [desde, fin, hasta] = [0, 0, 0];
  return {
    see(encadenadaEn: Date): void {
      hasta = encadenadaEn.getTime();
      if (hasta < fin) return;
      isPrimero = dia === null;
      dia = diaEnCentro(encadenadaEn);
      [desde, fin] = [hasta, inicioDelDia(addDias(dia, 1)).getTime()];
    },
    lastDebido: () => (dia === null || isPrimero || hasta - desde < MARGEN_MS ? null : new Date(addDias(dia, -1))),
  };
}

export async function openAnclas(ctx: Pick<Contexto, 'db' | 'verifySelloDeTiempo'>) {
  const anclas = await ctx.db.anclaDeBitacora.findMany({
    orderBy: [{ posicion: 'asc' }, { dia: 'asc' }],
    include: { sello: { select: { token: true, fecha: true } } },
  });
  const verified: AnclaVerificada[] = [];
  const judgeSello = ({ sello, ...ancla }: (typeof anclas)[number]): RupturaDeAncla | null => {
    const answer = sello && ctx.verifySelloDeTiempo({ token: sello.token, resumen: resumenDeAncla(ancla) });
    const isSellada = answer?.resultado === 'SELLADO' && answer.sello.fecha.getTime() === sello?.fecha.getTime();
    if (answer && !isSellada && answer.resultado !== 'NO_CONFIABLE')
      return { tipo: 'SELLO_DE_ANCLA_INVALIDO', posicion: ancla.posicion, bitacoraId: null };
    verified.push({ ...ancla, sello: answer?.resultado === 'SELLADO' ? answer.sello : null });
    return null;
  };
  let next = 0;
  let ultima = 0n;
  const dias = watchDias();
  return {
    judge({ posicion, cadena, bitacoraId, encadenadaEn }: EslabonLeido): RupturaDeAncla | null {
      ultima = posicion;
      dias.see(encadenadaEn);
      for (let ancla = anclas[next]; ancla?.posicion === posicion; ancla = anclas[++next]) {
        if (ancla.cadena !== cadena) return { tipo: 'CADENA_REHECHA', posicion, bitacoraId };
        const ruptura = judgeSello(ancla);
        if (ruptura) return ruptura;
      }
      return null;
    },
    judgeRest(): RupturaDeAncla | null {
      const ancla = anclas[next];
      const falta = anclas.find(
        ({ dia }, i) => i > 0 && dia.getTime() - (anclas[i - 1]?.dia.getTime() ?? 0) !== DIA_MS,
      );
      if (!ancla && falta) return { tipo: 'FALTA_ANCLA', posicion: falta.posicion, bitacoraId: null };
      const debido = dias.lastDebido();
      if (!ancla && debido && (anclas.at(-1)?.dia ?? 0) < debido)
        return { tipo: 'FALTA_ANCLA', posicion: ultima, bitacoraId: null };
      return ancla ? { tipo: 'CADENA_RECORTADA', posicion: ancla.posicion, bitacoraId: null } : null;
    },
    last: () => verified.slice(-ANCLAS_MOSTRADAS).reverse(),
  };
}
