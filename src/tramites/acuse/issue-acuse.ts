import { cadenaDeAcuse } from '#domain/acuse/cadena-de-acuse.ts';
import type { DatosDeAcuse } from '#domain/acuse/datos.ts';
import { plantillaVigente } from '#domain/acuse/plantillas.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { Contexto, Tx } from '#tramites/contexto.ts';
import { addTarea } from '#tramites/tarea/add-tarea.ts';
import { storeCertificadoDeSello } from './store-certificado-de-sello.ts';

/**
 * Makes an acuse in the transaction of what it certifies: data, cadena original and sello, and the job that will make
 * its PDF. Throws if the sealing key fails, so that nothing is certified without a sello.
 */
export async function issueAcuse(tx: Tx, ctx: Contexto, titularId: string, datos: DatosDeAcuse): Promise<void> {
  const cadenaOriginal = cadenaDeAcuse(datos);
  const sello = await ctx.sello.sign(new TextEncoder().encode(cadenaOriginal));
  await storeCertificadoDeSello(tx, ctx);
  const acuse = await tx.acuse.create({
    data: {
      folio: datos.folio,
      tipo: datos.tipo,
      titularId,
      fecha: new Date(datos.fecha),
      plantilla: plantillaVigente(datos.tipo, new Date(datos.fecha)).version,
      datos,
      cadenaOriginal,
      sello: new Uint8Array(sello),
      certificadoDeSello: ctx.sello.huella,
    },
    select: { id: true },
  });
  await appendBitacora(tx, ctx, {
    evento: 'ACUSE_EMITIDO',
    titularId,
    folio: datos.folio,
    datos: { tipo: datos.tipo, serieDelSello: ctx.sello.serie },
  });
  await addTarea(tx, ctx, 'emitir-acuse', { acuseId: acuse.id });
}
