import type { Contexto, Tx } from '#tramites/contexto.ts';

/** So that what it seals is verified under it for ever. */
export async function storeCertificadoDeSello(tx: Tx, { sello }: Pick<Contexto, 'sello'>): Promise<void> {
  await tx.certificadoDeSello.createMany({
    data: { huella: sello.huella, serie: sello.serie, pem: sello.certificadoPem, esDemo: sello.isDemo },
    skipDuplicates: true,
  });
}
