import type { AperturaDeFolio } from '#domain/soporte/asunto-de-folio.ts';
import { A_LA_VISTA, CUBIERTA } from '#domain/soporte/cubierta.ts';
import type { FolioLeido } from '#domain/soporte/folio-leido.ts';
import { buildCronologia, type NotaDelFolio } from '#domain/soporte/hecho-de-folio.ts';
import { hasPermiso } from '#domain/soporte/rol-de-soporte.ts';
import type { Contexto, ContextoDeSoporte } from '../contexto.ts';
import { findMostradosHasta } from '../datos-mostrados/find-mostrados-hasta.ts';
import { findAsunto } from './find-asunto.ts';
import type { FolioHallado } from './find-folio.ts';
import { listHechos } from './list-hechos.ts';
import { listMensajes } from './list-mensajes.ts';
import { listTareasDeFolio, pendientesDe } from './list-tareas-de-folio.ts';
import { findTitularById } from './list-titulares-por-nombre.ts';

/** Reads the facts of a folio for the staff. It records nothing: whoever shows it does. */
export async function collectFolio(
  ctx: ContextoDeSoporte,
  hallado: FolioHallado,
  { limite, isCubierto = false }: { limite: number; isCubierto?: boolean },
): Promise<FolioLeido> {
  const mostradosHasta = isCubierto ? null : await findMostradosHasta(ctx, hallado.folio);
  const cubierta = mostradosHasta ? A_LA_VISTA : CUBIERTA;
  const [titular, mensajes, aperturas, notas] = await Promise.all([
    findTitularById(ctx, hallado.titularId),
    listMensajes(ctx, hallado, cubierta),
    listAperturas(ctx, hallado),
    listNotas(ctx, hallado.folio),
  ]);
  if (!titular) throw new Error(`folio ${hallado.folio} is of no titular`);
  const tareas = await listTareasDeFolio(ctx, hallado, mensajes);
  const canReenviar = hasPermiso(ctx.actor.rol, 'ATENDER');
  const asunto = await findAsunto(ctx, hallado, { mensajes, tareas, aperturas, cubierta, canReenviar });
  const { hechos, hasMas } = await listHechos(ctx, hallado, { asunto, mensajes, aperturas, notas }, limite);
  const isEnProceso = asunto.tipo === 'MEDIO' && asunto.estado === 'EN_PROCESO';
  return {
    folio: hallado.folio,
    leidoEn: ctx.now(),
    mostradosHasta,
    titular: { ...titular, rfc: cubierta.rfc(titular.rfc), nombre: cubierta.nombre(titular.nombre) },
    asunto,
    notas,
    cronologia: buildCronologia(hechos),
    hasMas,
    pendientes: pendientesDe(tareas, { mensajes, isEnProceso }),
  };
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
