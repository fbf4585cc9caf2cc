import { randomUUID } from 'node:crypto';
import { cadenaDeAcuse } from '#domain/acuse/cadena-de-acuse.ts';
import type { DatosDeAcuse } from '#domain/acuse/datos.ts';
import { inPartes } from '#domain/partes.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { ActorTitular, Contexto, Tx } from '#tramites/contexto.ts';
import { storeCertificadoDeSello } from '#tramites/sello/store-certificado-de-sello.ts';
import { addTarea } from '#tramites/tarea/add-tarea.ts';
import { plantillaVigente } from '#wording/acuse/plantillas.ts';

export type ContextoDeAcuses = Pick<Contexto, 'now' | 'actor' | 'desfaseMs' | 'sello' | 'folios'>;

/** In a transaction of runSealed: a key that is elsewhere is never asked inside. Throws if the sealing key fails. */
export async function issueAcuse(tx: Tx, ctx: ContextoDeAcuses, titularId: string, datos: DatosDeAcuse) {
  const [id] = await issueAcuses(tx, ctx, [{ titularId, datos }]);
  return id as string;
}

export async function issueAcuses(
  tx: Tx,
  ctx: ContextoDeAcuses,
  nuevos: readonly { titularId: string; datos: DatosDeAcuse }[],
): Promise<string[]> {
  if (ctx.sello.isDeFuera) throw new Error('an acuse outside of runSealed');
  await storeCertificadoDeSello(tx, ctx);
  const data = await Promise.all(nuevos.map(({ titularId, datos }) => seal(ctx, titularId, datos)));
  for (const parte of inPartes(data)) await tx.acuse.createMany({ data: parte });
  const apuntes = nuevos.map(({ titularId, datos: { folio, tipo } }) => {
    return { evento: 'ACUSE_EMITIDO' as const, titularId, folio, datos: { tipo, serieDelSello: ctx.sello.serie } };
  });
  await appendBitacora(tx, ctx, apuntes);
  const ids = data.map(({ id }) => id);
  const tareas = ids.map((acuseId) => ({ acuseId }));
  await addTarea(tx, ctx, 'emitir-acuse', tareas);
  return ids;
}

async function seal({ sello }: ContextoDeAcuses, titularId: string, datos: DatosDeAcuse) {
  const cadenaOriginal = cadenaDeAcuse(datos);
  const fecha = new Date(datos.fecha);
  return {
    id: randomUUID(),
    folio: datos.folio,
    tipo: datos.tipo,
    titularId,
    fecha,
    plantilla: plantillaVigente(datos.tipo, fecha).version,
    datos,
    cadenaOriginal,
    sello: new Uint8Array(await sello.sign(new TextEncoder().encode(cadenaOriginal))),
    certificadoDeSello: sello.huella,
  };
}

/** Who did it for the titular, as an acuse says it; nothing where the titular did. */
export function conductoDeAcuse({ porConducto }: Pick<ActorTitular, 'porConducto'>) {
  if (!porConducto) return {};
  const { rfc: rfcRepresentante, nombre, folio, serieDelTitular } = porConducto;
  return { rfcRepresentante, porConducto: { nombre, folio, serieDelTitular } };
}
