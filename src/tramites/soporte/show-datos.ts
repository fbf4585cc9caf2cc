import { fail, ok, type Result } from '#domain/result.ts';
import type { MostrarError } from '#domain/soporte/errores.ts';
import { MOTIVOS_DE_MOSTRAR, mostradosHasta } from '#domain/soporte/motivo-de-mostrar.ts';
import { parseDetalle } from '#domain/soporte/texto-de-soporte.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { ContextoDeSoporte } from '#tramites/contexto.ts';
import { findFolio } from './find-folio.ts';

export interface PeticionDeMostrar {
  folio: string;
  motivo: string;
  detalle: string;
}

/** Who, why and when stay, for whoever supervises; the words in a row of their own: the bitácora takes no free text. */
export async function showDatos(
  ctx: ContextoDeSoporte,
  peticion: PeticionDeMostrar,
): Promise<Result<{ hasta: Date }, MostrarError>> {
  const motivo = MOTIVOS_DE_MOSTRAR.find((each) => each === peticion.motivo);
  if (!motivo) return fail('MOTIVO_FALTA');
  const detalle = parseDetalle(peticion.detalle);
  if (!detalle.ok) return detalle;
  const hallado = await findFolio(ctx, peticion.folio);
  if (!hallado) return fail('FOLIO_NO_ENCONTRADO');
  const { folio, titularId } = hallado;
  const fecha = ctx.now();
  const hasta = mostradosHasta(fecha);
  const { sesionId, miembroId } = ctx.actor;
  return ctx.db.$transaction(async (tx) => {
    const { id } = await tx.datosMostrados.create({
      data: { folio, titularId, sesionId, motivo, detalle: detalle.value, fecha, hasta },
      select: { id: true },
    });
    const datos = { mostradoId: id, miembroId, motivo };
    await appendBitacora(tx, ctx, { evento: 'DATOS_MOSTRADOS', titularId, folio, datos });
    return ok({ hasta });
  });
}
