import type { CertificadoVerificado } from '#infra/efirma/create-verificador.ts';
import { tellContactos } from '#tramites/aviso/tell-contactos.ts';
import type { Contexto, Tx } from '#tramites/contexto.ts';
import { type Revocacion, storeRevocacion } from './check-revocacion.ts';

/** One that this RFC had not used here, where it had used another, is told to every validated contact. */
export async function storeCertificado(tx: Tx, ctx: Contexto, titularId: string, certificado: CertificadoVerificado) {
  const { huella, serie, der, validoHasta, rfcRepresentante, curpRepresentante, correo } = certificado;
  const known = await tx.certificado.findMany({ where: { titularId }, select: { id: true, huella: true } });
  const same = known.find((each) => each.huella === huella);
  if (same) return same.id;
  const deTitular = { rfcRepresentante, curpRepresentante, correo, titularId };
  const data = { huella, serie, der: new Uint8Array(der), validoHasta, ...deTitular, vistoEn: ctx.now() };
  const select = { id: true };
  const [stored] = await tx.certificado.createManyAndReturn({ data, skipDuplicates: true, select });
  const { id } = stored ?? (await tx.certificado.findUniqueOrThrow({ where: { huella }, select }));
  if (known.length > 0) await tellContactos(tx, ctx, { titularId, tipo: 'EFIRMA_NUEVA', certificadoId: id });
  return id;
}

/** As their e.firma has just said who they are: who has never signed in has no row yet. With what was said of its revocation. */
export async function storeFirmante(
  tx: Tx,
  ctx: Contexto,
  { certificado, revocacion }: { certificado: CertificadoVerificado; revocacion: Revocacion },
) {
  const { rfc, nombre } = certificado;
  const create = { rfc, nombre, creadoEn: ctx.now() };
  const titular = await tx.titular.upsert({ where: { rfc }, create, update: { nombre }, select: { id: true } });
  const certificadoId = await storeCertificado(tx, ctx, titular.id, certificado);
  return { titularId: titular.id, certificadoId, consultaOcspId: await storeRevocacion(tx, certificadoId, revocacion) };
}
