import { estadoVigente } from '#domain/medio-de-contacto/plazo.ts';
import type { Contexto } from '#tramites/contexto.ts';

export function findAviso(ctx: Contexto, id: string) {
  return ctx.db.aviso.findUnique({
    where: { id },
    select: {
      id: true,
      titularId: true,
      tipo: true,
      mecanismo: true,
      destino: true,
      estado: true,
      folio: true,
      creadoEn: true,
      solicitud: { select: { folio: true, fecha: true } },
      acuse: { select: { datos: true } },
      medio: {
        select: {
          id: true,
          folio: true,
          estado: true,
          valor: true,
          mecanismo: true,
          claveId: true,
          venceEn: true,
          fechaDeRegistro: true,
          fechaDeValidacion: true,
          fechaDeCancelacion: true,
          intentosFallidos: true,
          ajenoEn: true,
          registros: true,
        },
      },
    },
  });
}

export type AvisoPorEnviar = NonNullable<Awaited<ReturnType<typeof findAviso>>>;

/** A link or a code for a medio that was proved, removed or cancelled while its message waited: it is not sent. */
export function isSuperfluous(aviso: AvisoPorEnviar, now: Date): boolean {
  if (aviso.tipo !== 'VALIDA_CORREO' && aviso.tipo !== 'CODIGO_CELULAR') return false;
  return aviso.medio === null || estadoVigente(aviso.medio, now) !== 'EN_PROCESO';
}
