import { ok } from '#domain/result.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { Contexto } from '#tramites/contexto.ts';
import { storeRevocacion } from '#tramites/efirma/check-revocacion.ts';
import { storeCertificado } from '#tramites/efirma/store-certificado.ts';
import {
  cancelSesionesAnteriores,
  checkIngreso,
  type Ingreso,
  type IngresoRevisado,
  recordRechazo,
} from './check-ingreso.ts';

/** Guide V, steps 1 and 2. A refusal is counted by its cause, with nothing of the person. */
export async function signIn(ctx: Contexto, ingreso: Ingreso) {
  const checked = await checkIngreso(ctx, ingreso, 'LOGIN');
  if (checked.ok) return ok({ sesionId: await openSesion(ctx, checked.value) });
  await recordRechazo(ctx, 'INGRESO_RECHAZADO', checked.error);
  return checked;
}

async function openSesion(ctx: Contexto, { certificado, revocacion, anterior }: IngresoRevisado): Promise<string> {
  const now = ctx.now();
  return ctx.db.$transaction(async (tx) => {
    const titular = await tx.titular.upsert({
      where: { rfc: certificado.rfc },
      create: { rfc: certificado.rfc, nombre: certificado.nombre, creadoEn: now },
      update: { nombre: certificado.nombre },
      select: { id: true },
    });
    const certificadoId = await storeCertificado(tx, ctx, titular.id, certificado);
    const consultaOcspId = await storeRevocacion(tx, certificadoId, revocacion);
    const sesion = await tx.sesion.create({
      data: { titularId: titular.id, certificadoId, consultaOcspId, creadaEn: now, ultimaActividadEn: now },
      select: { id: true },
    });
    await cancelSesionesAnteriores(tx, ctx, { titularId: titular.id }, anterior);
    await appendBitacora(tx, ctx, {
      evento: 'INGRESO',
      titularId: titular.id,
      datos: { sesionId: sesion.id, serie: certificado.serie, consultaOcspId },
    });
    return sesion.id;
  });
}
