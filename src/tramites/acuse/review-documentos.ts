import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { parseDatosDeAcuse } from '#domain/acuse/datos.ts';
import { lettersLost, partesIlegibles } from '#domain/acuse/texto-copiado.ts';
import type { readTexto } from '#infra/pdf/read-texto.ts';
import type { Contexto } from '#tramites/contexto.ts';

/** Read at a time: memory does not depend on how many there are. */
const LOTE = 20;

export type DocumentoConFalla = NonNullable<ReturnType<typeof judge>>;

type ContextoDeRevision = Pick<Contexto, 'db'> & { readTexto: typeof readTexto };

/** Those that lack letters: how a process printed until it named each letter by itself. Changes nothing. */
export async function reviewDocumentos(
  ctx: ContextoDeRevision,
  onFalla: (documento: DocumentoConFalla) => void,
  onProgress: (hechos: number, total: number) => void = () => undefined,
): Promise<number> {
  const total = await ctx.db.acuseDocumento.count();
  let hechos = 0;
  for await (const lote of readLotes(ctx)) {
    for (const { pdf, acuse } of lote) {
      const falla = judge(acuse, await findStored(ctx, pdf));
      if (falla) onFalla(falla);
    }
    hechos += lote.length;
    onProgress(hechos, total);
  }
  return hechos;
}

/** Nothing, of bytes that are no document: /verificar says of those that they were altered. */
async function findStored(ctx: ContextoDeRevision, stored: Uint8Array): Promise<string> {
  try {
    return ctx.readTexto(await promisify(gunzip)(stored));
  } catch {
    return '';
  }
}

type Documento = Awaited<ReturnType<typeof findLote>>[number];

async function* readLotes(ctx: ContextoDeRevision): AsyncGenerator<Documento[]> {
  for (let lote = await findLote(ctx); lote.length > 0; lote = await findLote(ctx, lote.at(-1)?.acuseId)) yield lote;
}

function findLote({ db }: ContextoDeRevision, after?: string) {
  return db.acuseDocumento.findMany({
    where: after === undefined ? {} : { acuseId: { gt: after } },
    orderBy: { acuseId: 'asc' },
    take: LOTE,
    select: {
      acuseId: true,
      pdf: true,
      acuse: { select: { folio: true, tipo: true, datos: true, cadenaOriginal: true, sello: true } },
    },
  });
}

function judge({ folio, tipo, datos, cadenaOriginal, sello }: Documento['acuse'], texto: string) {
  const { rfc, nombre } = parseDatosDeAcuse(datos);
  const esperado = { rfc, nombre, folio, cadenaOriginal, sello: Buffer.from(sello).toString('base64') };
  const falla = { folio, tipo, letras: lettersLost(texto), partes: partesIlegibles(texto, esperado) };
  return falla.letras > 0 || falla.partes.length > 0 ? falla : null;
}
