import type { TipoDeAviso } from '#domain/aviso/tipo-de-aviso.ts';
import type { Mecanismo } from '#domain/medio-de-contacto/mecanismo.ts';
import type { Contexto, Tx } from '#tramites/contexto.ts';
import { addTarea } from '#tramites/tarea/add-tarea.ts';

/** Where a message goes: the medio's own value, or another contact's. */
export interface Destino {
  mecanismo: Mecanismo;
  valor: string;
  valorComparable: string;
}

interface AvisoNuevo {
  titularId: string;
  /** The medio it is about, which need not be where it goes. */
  medioId: string | null;
  aclaracionId?: string;
  tipo: TipoDeAviso;
  destino: Destino;
}

/** Leaves a message and its job in the transaction of what causes it. Nothing is sent here. */
export async function createAviso(tx: Tx, ctx: Contexto, aviso: AvisoNuevo): Promise<void> {
  const { titularId, medioId, aclaracionId, tipo, destino } = aviso;
  const { id } = await tx.aviso.create({
    data: {
      titularId,
      medioId,
      aclaracionId,
      tipo,
      mecanismo: destino.mecanismo,
      destino: destino.valor,
      destinoComparable: destino.valorComparable,
      estado: 'PENDIENTE',
      creadoEn: ctx.now(),
    },
    select: { id: true },
  });
  await addTarea(tx, ctx, 'enviar-aviso', { avisoId: id });
}
