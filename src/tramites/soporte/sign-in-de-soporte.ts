import { fail, ok } from '#domain/result.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { Contexto } from '#tramites/contexto.ts';
import { columnasDeRespuesta } from '#tramites/efirma/check-revocacion.ts';
import {
  cancelSesionesAnteriores,
  checkIngreso,
  type Ingreso,
  type IngresoRevisado,
  recordRechazo,
} from '#tramites/sesion/check-ingreso.ts';

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
  return miembro ? ok({ sesionId: await openSesion(ctx, miembro.id, checked.value) }) : fail('SIN_ROL_DE_SOPORTE');
}

async function openSesion(
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
