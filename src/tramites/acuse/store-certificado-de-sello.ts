import type { Contexto, Tx } from '#tramites/contexto.ts';

export async function storeCertificadoDeSello(tx: Tx, { sello }: Pick<Contexto, 'sello'>): Promise<void> {
  await tx.certificadoDeSello.createMany({
    data: { huella: sello.huella, serie: sello.serie, pem: sello.certificadoPem, esDemo: sello.isDemo },
    skipDuplicates: true,
  });
}
