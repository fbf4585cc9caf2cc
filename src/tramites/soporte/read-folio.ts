import { A_LA_VISTA, CUBIERTA } from '#domain/soporte/cubierta.ts';
import { hasPermiso } from '#domain/soporte/rol-de-soporte.ts';
import type { Contexto, ContextoDeSoporte } from '#tramites/contexto.ts';
import { findMostradosHasta } from '#tramites/datos-mostrados/find-mostrados-hasta.ts';
import type { FolioLeido, NotaDelFolio } from '#wording/soporte/folio-leido.ts';
import { buildCronologia } from '#wording/soporte/suceso.ts';
import type { AperturaDeFolio } from '#wording/soporte/suceso-de-apertura.ts';
import type { FolioHallado } from './find-folio.ts';
import { listMensajes } from './list-mensajes.ts';
import { listSucesos } from './list-sucesos.ts';
import { describePendientes, listTareasDeFolio } from './list-tareas-de-folio.ts';
import { readAsunto } from './read-asunto.ts';

interface Opciones {
  /** Rows of the bitácora at most. */
  limite: number;
  /** Covers everything, whatever reason was given. */
  isCubierto?: boolean;
}

/** Reads a folio for the staff. It records nothing: whoever shows it does. */
export async function readFolio(
  ctx: ContextoDeSoporte,
  hallado: FolioHallado,
  { limite, isCubierto = false }: Opciones,
): Promise<FolioLeido> {
  const mostradosHasta = isCubierto ? null : await findMostradosHasta(ctx, hallado.folio);
  const cubierta = mostradosHasta ? A_LA_VISTA : CUBIERTA;
  const [titular, mensajes, aperturas, notas] = await Promise.all([
    readTitular(ctx, hallado.titularId),
    listMensajes(ctx, hallado, cubierta),
    listAperturas(ctx, hallado),
    listNotas(ctx, hallado.folio),
  ]);
  const tareas = await listTareasDeFolio(ctx, hallado, mensajes);
  const canReenviar = hasPermiso(ctx.actor.rol, 'ATENDER');
  const asunto = await readAsunto(ctx, hallado, { mensajes, tareas, aperturas, cubierta, canReenviar });
  const { sucesos, hasMas } = await listSucesos(ctx, hallado, { mensajes, aperturas, notas }, limite);
  const isEnProceso = asunto.tipo === 'MEDIO' && asunto.estado === 'EN_PROCESO';
  return {
    folio: hallado.folio,
    leidoEn: ctx.now(),
    mostradosHasta,
    titular: { ...titular, rfc: cubierta.rfc(titular.rfc), nombre: cubierta.nombre(titular.nombre) },
    asunto,
    notas,
    cronologia: buildCronologia(sucesos),
    hasMas,
    pendientes: describePendientes(tareas, { mensajes, isEnProceso }),
  };
}

async function readTitular({ db }: Pick<Contexto, 'db'>, id: string): Promise<FolioLeido['titular']> {
  const [titular] = await db.$queryRaw<[FolioLeido['titular']]>`SELECT * FROM titular_hallado WHERE id = ${id}::uuid`;
  return titular;
}

async function listAperturas({ db }: Pick<Contexto, 'db'>, hallado: FolioHallado): Promise<AperturaDeFolio[]> {
  if (hallado.tipo !== 'MEDIO') return [];
  return db.aperturaDeEnlace.findMany({
    where: { medioId: hallado.medioId },
    orderBy: { primeraEn: 'asc' },
    select: {
      metodo: true,
      agente: true,
      conSesion: true,
      guionEn: true,
      veces: true,
      primeraEn: true,
      ultimaEn: true,
    },
  });
}

async function listNotas({ db }: Pick<Contexto, 'db'>, folio: string): Promise<NotaDelFolio[]> {
  const notas = await db.notaDeFolio.findMany({
    where: { folio },
    orderBy: [{ fecha: 'asc' }, { id: 'asc' }],
    select: { fecha: true, texto: true, sesion: { select: { miembro: { select: { nombre: true } } } } },
  });
  return notas.map(({ sesion, ...nota }) => ({ ...nota, miembro: sesion.miembro.nombre }));
}
