import { fail, ok } from '#domain/result.ts';
import {
  EN_SERIE,
  MOTIVOS_DE_MOSTRAR,
  type MotivoDeMostrar,
  mostradosHasta,
} from '#domain/soporte/motivo-de-mostrar.ts';
import { parseDetalle, parseNota } from '#domain/soporte/texto-de-soporte.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { ContextoDeSoporte, Tx } from '#tramites/contexto.ts';
import { findFolio } from './find-folio.ts';

/** Who, why and when stay, for whoever supervises; the words in a row of their own: the bitácora takes no free text. */
export async function showDatos(ctx: ContextoDeSoporte, peticion: { folio: string; motivo: string; detalle: string }) {
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
    await tellSerie(tx, ctx, motivo, detalle.value);
    return ok({ hasta });
  });
}

/** The row that the board shows and the line of the log, where it is one too many; once for the member in that time. */
async function tellSerie(tx: Tx, ctx: ContextoDeSoporte, motivo: MotivoDeMostrar, detalle: string): Promise<void> {
  const { miembroId } = ctx.actor;
  const desde = new Date(ctx.now().getTime() - EN_SERIE.minutos * 60_000);
  const [{ folios }] = await tx.$queryRaw<[{ folios: number | null }]>`
    SELECT mostrados_en_serie(${miembroId}::uuid, ${motivo}::"MotivoDeMostrar", ${detalle}, ${desde},
      ${EN_SERIE.conLasMismasPalabras}::int, ${EN_SERIE.conElMismoMotivo}::int) AS folios`;
  if (folios === null) return;
  const datos = { miembroId, motivo, folios };
  await appendBitacora(tx, ctx, { evento: 'MOSTRADOS_EN_SERIE', datos });
  ctx.log.warn({ alarma: 'MOSTRADOS_EN_SERIE', ...datos }, 'a member uncovers folio after folio with the same reason');
}

/** Never changed nor removed; another one corrects it. */
export async function addNota(ctx: ContextoDeSoporte, { folio, texto }: { folio: string; texto: string }) {
  const nota = parseNota(texto);
  if (!nota.ok) return nota;
  const hallado = await findFolio(ctx, folio);
  if (!hallado) return fail('FOLIO_NO_ENCONTRADO');
  const { titularId } = hallado;
  const { sesionId, miembroId } = ctx.actor;
  return ctx.db.$transaction(async (tx) => {
    const { id: notaId } = await tx.notaDeFolio.create({
      data: { folio: hallado.folio, titularId, sesionId, texto: nota.value, fecha: ctx.now() },
      select: { id: true },
    });
    const datos = { miembroId, notaId };
    await appendBitacora(tx, ctx, { evento: 'NOTA_AGREGADA', titularId, folio: hallado.folio, datos });
    return ok(null);
  });
}
