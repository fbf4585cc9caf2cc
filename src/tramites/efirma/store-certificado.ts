import type { CertificadoVerificado } from '#infra/efirma/certificado-verificado.ts';
import { tellContactos } from '#tramites/aviso/tell-contactos.ts';
import type { Contexto, Tx } from '#tramites/contexto.ts';

/** One that this RFC had not used here, where it had used another, is told to every validated contact. */
export async function storeCertificado(tx: Tx, ctx: Contexto, titularId: string, certificado: CertificadoVerificado) {
  const { huella, serie, der, validoHasta, rfcRepresentante, curpRepresentante, correo } = certificado;
  const known = await tx.certificado.findMany({ where: { titularId }, select: { id: true, huella: true } });
  const same = known.find((each) => each.huella === huella);
  if (same) return same.id;
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
  if (known.length > 0) await tellContactos(tx, ctx, { titularId, tipo: 'EFIRMA_NUEVA', certificadoId: id });
  return id;
}
