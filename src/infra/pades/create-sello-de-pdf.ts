import { createHash, createPublicKey, type KeyObject, verify, X509Certificate } from 'node:crypto';
import { readX509, type X509 } from '#formats/der/x509.ts';
import { atributoDeTiempo, atributosFirmados, buildCms, toBeSigned } from '#infra/firma/build-cms.ts';
import type { Sello } from '#infra/sello/sello.ts';
import type { StampTime } from '#infra/tsa/create-stamp-time.ts';
import type { RespuestaDeTsa } from '#infra/tsa/create-verify-sello-de-tiempo.ts';
import { type Campo, findCampo, hashSealed, rangoDe, readSelloDePdf } from './read-sello-de-pdf.ts';

const RESTO_DEL_CMS = 512;
/** A time stamp with the certificates of its authority; those of public services have up to 6,500 bytes. */
const RESERVA_DE_TIEMPO = 8_192;
const SIN_PEDIR = { resultado: 'SIN_RESPUESTA', motivo: null } as const;

export type SelloDePdf = ReturnType<typeof createSelloDePdf>;
export type CampoDeSello = SelloDePdf['campo'];

/** PAdES B-B, or B-T where the time stamping service answers; without it the same document gives the same bytes. */
export function createSelloDePdf(sello: Sello, stampTime: StampTime | null) {
  const certificado = new Uint8Array(new X509Certificate(sello.certificadoPem).raw);
  const publicKey = createPublicKey(sello.certificadoPem);
  const x509 = readX509(certificado);
  const reserva = reservaDe(certificado, x509, publicKey) + (stampTime ? RESERVA_DE_TIEMPO : 0);
  return {
    /** With the certificate's first moment: a document that is older is sealed with this date. */
    campo: { reserva, vigenteDesde: x509.notBefore },
    /** Fills the field in place. Rejects when the key cannot be used; without an answer about the time it seals. */
    async seal(pdf: Buffer) {
      const campo = findCampo(pdf);
      if (!campo) throw new Error('a document without a field for its seal');
      const { desde, hasta } = campo.rango;
      pdf.write(rangoDe(pdf, campo).padEnd(hasta - desde), desde, 'latin1');
      const firmados = atributosFirmados({ certificado, sha256: hashSealed(pdf, campo, 'sha256') });
      const firma = await signVerified(sello, publicKey, toBeSigned(firmados));
      const respuesta = (await stampTime?.(createHash('sha256').update(firma).digest())) ?? SIN_PEDIR;
      const partes = { certificado, firma, firmados };
      return writeContenido(pdf, campo, reserva, partes, respuesta);
    },
    read: readSelloDePdf,
  };
}

function reservaDe({ length }: Uint8Array, { issuer }: X509, publicKey: KeyObject): number {
  const firma = Math.ceil((publicKey.asymmetricKeyDetails?.modulusLength ?? 0) / 8);
  return length + issuer.raw.length + firma + RESTO_DEL_CMS;
}

async function signVerified(sello: Sello, publicKey: KeyObject, bytes: Uint8Array): Promise<Uint8Array> {
  const firma = await sello.sign(bytes);
  if (!verify('sha256', bytes, publicKey, firma))
    throw new Error('the seal’s key gave no signature of its certificate');
  return firma;
}

function writeContenido(
  pdf: Buffer,
  { contenido }: Campo,
  reserva: number,
  partes: Parameters<typeof buildCms>[0],
  respuesta: RespuestaDeTsa | typeof SIN_PEDIR,
) {
  const write = (cms: Uint8Array) => pdf.write(Buffer.from(cms).toString('hex'), contenido.desde + 1, 'latin1');
  if (respuesta.resultado === 'SELLADO') {
    const cms = buildCms({ ...partes, sinFirmar: [atributoDeTiempo(respuesta.sello.token)] });
    if (cms.length <= reserva) {
      write(cms);
      return { selloDeTiempo: respuesta.sello, motivo: null };
    }
  }
  write(buildCms(partes));
  return { selloDeTiempo: null, motivo: respuesta.resultado === 'SELLADO' ? 'stamp too large' : respuesta.motivo };
}
