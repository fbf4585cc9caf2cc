import { fail, ok } from '#domain/result.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { Contexto } from '#tramites/contexto.ts';
import { columnasDeRespuesta, storeRevocacion } from '#tramites/efirma/check-revocacion.ts';
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

/** No role is refused last, so that nobody learns who has one. Refusals are counted by their cause. */
export async function signInDeSoporte(ctx: Contexto, ingreso: Ingreso) {
  const opened = await openIfMiembro(ctx, ingreso);
  if (opened.ok) return opened;
  await recordRechazo(ctx, 'INGRESO_DE_SOPORTE_RECHAZADO', opened.error);
  return opened;
}

async function openIfMiembro(ctx: Contexto, ingreso: Ingreso) {
  const checked = await checkIngreso(ctx, ingreso, 'LOGIN_DE_SOPORTE');
  if (!checked.ok) return checked;
  const miembro = await ctx.db.miembroDeSoporte.findUnique({
    where: { rfc: checked.value.certificado.rfc, bajaEn: null },
    select: { id: true },
  });
  return miembro
    ? ok({ sesionId: await openSesionDeSoporte(ctx, miembro.id, checked.value) })
    : fail('SIN_ROL_DE_SOPORTE');
}

async function openSesionDeSoporte(
  ctx: Contexto,
  miembroId: string,
  { certificado: { serie, der }, revocacion, anterior }: IngresoRevisado,
): Promise<string> {
  const now = ctx.now();
  return ctx.db.$transaction(async (tx) => {
    const { id } = await tx.sesionDeSoporte.create({
      data: {
        miembroId,
        serie,
        certificado: new Uint8Array(der),
        ...columnasDeRespuesta(revocacion),
        creadaEn: now,
        ultimaActividadEn: now,
      },
      select: { id: true },
    });
    await cancelSesionesAnteriores(tx, ctx, { miembroId }, anterior);
    await appendBitacora(tx, ctx, { evento: 'INGRESO_DE_SOPORTE', datos: { miembroId, sesionId: id, serie } });
    return id;
  });
}
