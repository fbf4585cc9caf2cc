import type { TipoDeAviso } from '#domain/aviso/tipo-de-aviso.ts';
import type { Mecanismo } from '#domain/medio-de-contacto/mecanismo.ts';
import { inPartes } from '#domain/partes.ts';
import type { Contexto, Tx } from '#tramites/contexto.ts';
import { addTareas } from '#tramites/tarea/add-tarea.ts';

export interface Destino {
  mecanismo: Mecanismo;
  valor: string;
  valorComparable: string;
}

/** What a message tells of, by key: one of these, and its acuse where one is issued. The database knows which by its tipo. */
export interface Asunto {
  /** The medio it is about, which need not be where it goes. */
  medioId?: string;
  solicitudId?: string;
  aclaracionId?: string;
  certificadoId?: string;
  acuseId?: string;
}

interface AvisoNuevo extends Asunto {
  titularId: string;
  tipo: TipoDeAviso;
  destino: Destino;
}

export type ContextoDeAvisos = Pick<Contexto, 'now' | 'desfaseMs'>;

const POR_PARTE = 1_000;

/** Leaves a message and its job in the transaction of what causes it. Nothing is sent here. */
export function createAviso(tx: Tx, ctx: ContextoDeAvisos, aviso: AvisoNuevo): Promise<void> {
  return createAvisos(tx, ctx, [aviso]);
}

export async function createAvisos(tx: Tx, ctx: ContextoDeAvisos, avisos: readonly AvisoNuevo[]): Promise<void> {
  for (const parte of inPartes(avisos, POR_PARTE)) {
    const creados = await tx.aviso.createManyAndReturn({
      data: parte.map(({ destino, ...aviso }) => ({
        ...aviso,
        mecanismo: destino.mecanismo,
        destino: destino.valor,
        destinoComparable: destino.valorComparable,
        estado: 'PENDIENTE' as const,
        creadoEn: ctx.now(),
      })),
      select: { id: true },
    });
    await addTareas(
      tx,
      ctx,
      'enviar-aviso',
      creados.map(({ id }) => ({ avisoId: id })),
    );
  }
}
