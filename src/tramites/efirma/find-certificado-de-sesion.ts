import type { ContextoDeSoporte, ContextoDeTitular } from '#tramites/contexto.ts';

/** The certificate that opened the session, in base64: whoever signs needs not give it again. */
export async function findCertificadoDeSesion({ db, actor }: ContextoDeTitular | ContextoDeSoporte): Promise<string> {
  const where = { id: actor.sesionId };
  if (actor.tipo === 'SOPORTE') {
    const sesion = await db.sesionDeSoporte.findUniqueOrThrow({ where, select: { certificado: true } });
    return Buffer.from(sesion.certificado).toString('base64');
  }
  const { certificado } = await db.sesion.findUniqueOrThrow({
    where,
    select: { certificado: { select: { der: true } } },
  });
  return Buffer.from(certificado.der).toString('base64');
}
