import type { TipoDeAviso } from '#domain/aviso/tipo-de-aviso.ts';
import type { Contexto, Tx } from '#tramites/contexto.ts';
import { addTarea } from '#tramites/tarea/add-tarea.ts';

interface AvisoNuevo {
  titularId: string;
  medioId: string | null;
  tipo: TipoDeAviso;
  mecanismo: 'CORREO_ELECTRONICO' | 'TELEFONO';
  destino: string;
}

/** Leaves a message and its job in the transaction of what causes it. Nothing is sent here. */
export async function createAviso(tx: Tx, ctx: Contexto, aviso: AvisoNuevo): Promise<void> {
  const { id } = await tx.aviso.create({
    data: { ...aviso, estado: 'PENDIENTE', creadoEn: ctx.now() },
    select: { id: true },
  });
  await addTarea(tx, ctx, 'enviar-aviso', { avisoId: id });
}
