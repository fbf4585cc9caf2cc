import type { EnlaceError } from '#domain/medio-de-contacto/errores.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { Contexto } from '#tramites/contexto.ts';
import { isTokenOf, readId } from '#tramites/enlace/enlace-de-correo.ts';

/** What the link of a yearly message is of; it is good until the next one. Reads only: a GET confirms nothing. */
export async function findConfirmacion(ctx: Contexto, token: string): Promise<Result<Confirmacion, EnlaceError>> {
  const id = readId(token);
  const proposito = 'enlace-de-confirmacion';
  if (id === null || !ctx.claves.ids.some((claveId) => isTokenOf(ctx.claves, { id, claveId, proposito }, token)))
    return fail('ENLACE_DESCONOCIDO');
  const medio = await find(ctx, id);
  if (!medio?.confirmacionPedidaEn) return fail('ENLACE_DESCONOCIDO');
  if (medio.estado !== 'VALIDADO') return fail('CONFIRMACION_DE_MEDIO_DADO_DE_BAJA');
  const { pedidaEn, confirmadoEn, confirmacionPedidaEn } = medio;
  if (pedidaEn < confirmacionPedidaEn) return fail('CONFIRMACION_ANTERIOR');
  return ok({ ...medio, confirmacionPedidaEn, isHecha: confirmadoEn !== null && confirmadoEn >= confirmacionPedidaEn });
}

export type Confirmacion = Awaited<ReturnType<typeof find>> & object & { isHecha: boolean; confirmacionPedidaEn: Date };

const MEDIO = {
  titularId: true,
  mecanismo: true,
  valorComparable: true,
  estado: true,
  confirmacionPedidaEn: true,
  confirmadoEn: true,
} as const;

async function find({ db }: Contexto, avisoId: string) {
  const aviso = await db.aviso.findUnique({
    where: { id: avisoId, tipo: 'CONFIRMA_MEDIO' },
    select: { creadoEn: true, medio: { select: MEDIO } },
  });
  return aviso?.medio ? { ...aviso.medio, pedidaEn: aviso.creadoEn } : null;
}
