import type { CertificadoVerificado } from '#infra/efirma/certificado-verificado.ts';
import type { Contexto, Tx } from '#tramites/contexto.ts';

/** Keeps the certificate's bytes under its titular, once. Answers its id. */
export async function storeCertificado(
  tx: Tx,
  ctx: Contexto,
  titularId: string,
  certificado: CertificadoVerificado,
): Promise<string> {
  const { huella, serie, der, validoHasta, rfcRepresentante, curpRepresentante, correo } = certificado;
  const { id } = await tx.certificado.upsert({
    where: { huella },
    create: {
      huella,
      serie,
      der: new Uint8Array(der),
      validoHasta,
      rfcRepresentante,
      curpRepresentante,
      correo,
      titularId,
      vistoEn: ctx.now(),
    },
    update: {},
    select: { id: true },
  });
  return id;
}
