import type { Prisma } from '#generated/prisma/client.ts';
import { type ContextoDeConstancias, issueConstancias } from './issue-constancias.ts';

export type Archivos = Map<string, Uint8Array>;

/** What became of each message, one file after another as more was known, with its seal and the certificate of that. */
export async function addConstancias(ctx: ContextoDeConstancias, where: Prisma.AvisoWhereInput, archivos: Archivos) {
  const constancias = await issueConstancias(ctx, where);
  const mensajes = [...new Set(constancias.map(({ avisoId }) => avisoId))];
  const encoder = new TextEncoder();
  for (const { avisoId, numero, cadenaOriginal, sello, certificado } of constancias) {
    const nombre = `entrega-${mensajes.indexOf(avisoId) + 1}-${numero}`;
    archivos
      .set(`${nombre}.txt`, encoder.encode(cadenaOriginal))
      .set(`${nombre}.sig`, sello)
      .set(`${nombre}.pem`, encoder.encode(certificado.pem));
  }
}
