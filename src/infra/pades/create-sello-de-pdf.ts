import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { readCertificados } from '#formats/der/read-piezas.ts';
import { readX509 } from '#formats/der/x509.ts';
import { atributoDeTiempo, atributosFirmados, buildCms, toBeSigned } from '#infra/firma/build-cms.ts';
import type { Sello } from '#infra/sello/sello.ts';
import type { StampTime } from '#infra/tsa/create-stamp-time.ts';
import type { RespuestaDeTsa } from '#infra/tsa/create-verify-sello-de-tiempo.ts';
import { addRevision } from './add-revision.ts';
import type { Validez } from './ask-validez.ts';
import { type Campo, findCampo, hashSealed, rangoDe, readSelloDePdf } from './read-sello-de-pdf.ts';

const RESTO_DEL_CMS = 512;
/** A time stamp with the certificates of its authority; those of public services have up to 6,500 bytes. */
const RESERVA_DE_TIEMPO = 8_192;
const SIN_VALIDEZ: Validez = { autoridades: [], respuestas: [], listas: [] };
const SIN_PEDIR = { resultado: 'SIN_RESPUESTA', motivo: null } as const;

export type SelloDePdf = ReturnType<typeof createSelloDePdf>;
export type CampoDeSello = SelloDePdf['campo'];

/**
 * PAdES B-B, B-T where the time stamping service answers and B-LT with what `askValidez` gives to be printed; without the three the
 * same document gives the same bytes.
 */
export function createSelloDePdf(
  sello: Sello,
  stampTime: StampTime | null,
  askValidez: () => Promise<Validez | undefined> = async () => undefined,
) {
  const [certificado = Buffer.of(), ...autoridades] = readCertificados(Buffer.from(sello.certificadoPem));
  const publicKey = createPublicKey(sello.certificadoPem);
  const { issuer, notBefore: vigenteDesde } = readX509(certificado);
  const reserva = reservaDe([certificado, ...autoridades, issuer.raw], publicKey) + (stampTime ? RESERVA_DE_TIEMPO : 0);
  return {
    /** With the certificate's first moment: a document that is older is sealed with this date. */
    campo: { reserva, vigenteDesde },
    /** Fills the field in place. Rejects when the key cannot be used; without an answer about the time it seals. */
    async seal(pdf: Buffer) {
      const campo = openCampo(pdf);
      const firmados = atributosFirmados({ certificado, sha256: hashSealed(pdf, campo, 'sha256') });
      const firma = await signVerified(sello, publicKey, toBeSigned(firmados));
      const respuesta = (await stampTime?.(createHash('sha256').update(firma).digest())) ?? SIN_PEDIR;
      const partes = { certificado, autoridades, firma, firmados };
      return writeContenido(pdf, campo, reserva, partes, respuesta);
    },
    /** A sealed document with a second revision that a third party dates; null without its answer. */
    async stampRevision(pdf: Buffer): Promise<Buffer | null> {
      const revision = addRevision(pdf, (await askValidez()) ?? SIN_VALIDEZ, RESERVA_DE_TIEMPO);
      const campo = openCampo(revision);
      const respuesta = await stampTime?.(hashSealed(revision, campo, 'sha256'));
      if (respuesta?.resultado !== 'SELLADO' || respuesta.sello.token.length > RESERVA_DE_TIEMPO) return null;
      fill(revision, campo, respuesta.sello.token);
      return revision;
    },
    askValidez,
    read: readSelloDePdf,
  };
}

/** The field that is to be filled, with what it leaves out already said. */
function openCampo(pdf: Buffer): Campo {
  const campo = findCampo(pdf);
  if (!campo) throw new Error('a document without a field for its seal');
  const { desde, hasta } = campo.rango;
  pdf.write(rangoDe(pdf, campo).padEnd(hasta - desde), desde, 'latin1');
  return campo;
}

function fill(pdf: Buffer, { contenido }: Campo, cms: Uint8Array): void {
  pdf.write(Buffer.from(cms).toString('hex'), contenido.desde + 1, 'latin1');
}

function reservaDe(partes: Uint8Array[], publicKey: KeyObject): number {
  const firma = Math.ceil((publicKey.asymmetricKeyDetails?.modulusLength ?? 0) / 8);
  return partes.reduce((sum, { length }) => sum + length, firma + RESTO_DEL_CMS);
}

async function signVerified(sello: Sello, publicKey: KeyObject, bytes: Uint8Array): Promise<Uint8Array> {
  const firma = await sello.sign(bytes);
  if (!verify('sha256', bytes, publicKey, firma))
    throw new Error('the seal’s key gave no signature of its certificate');
  return firma;
}

function writeContenido(
  pdf: Buffer,
  campo: Campo,
  reserva: number,
  partes: Parameters<typeof buildCms>[0],
  respuesta: RespuestaDeTsa | typeof SIN_PEDIR,
) {
  if (respuesta.resultado === 'SELLADO') {
    const cms = buildCms({ ...partes, sinFirmar: [atributoDeTiempo(respuesta.sello.token)] });
    if (cms.length <= reserva) {
      fill(pdf, campo, cms);
      return { selloDeTiempo: respuesta.sello, motivo: null };
    }
  }
  fill(pdf, campo, buildCms(partes));
  return { selloDeTiempo: null, motivo: respuesta.resultado === 'SELLADO' ? 'stamp too large' : respuesta.motivo };
}
