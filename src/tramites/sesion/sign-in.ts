import { fail, ok } from '#domain/result.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import { type Contexto, holdInstante } from '#tramites/contexto.ts';
import { columnasDeRespuesta } from '#tramites/efirma/check-revocacion.ts';
import { storeFirmante } from '#tramites/efirma/store-certificado.ts';
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

async function openSesion(ctx: Contexto, revisado: IngresoRevisado): Promise<string> {
  const aLaVez = holdInstante(ctx);
  const now = aLaVez.now();
  return ctx.db.$transaction(async (tx) => {
    const firmante = await storeFirmante(tx, aLaVez, revisado);
    const { titularId, consultaOcspId } = firmante;
    const data = { ...firmante, creadaEn: now, ultimaActividadEn: now };
    const { id: sesionId } = await tx.sesion.create({ data, select: { id: true } });
    await cancelSesionesAnteriores(tx, ctx, { titularId }, revisado.anterior);
    const datos = { sesionId, serie: revisado.certificado.serie, consultaOcspId };
    await appendBitacora(tx, ctx, { evento: 'INGRESO', titularId, datos });
    return sesionId;
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
