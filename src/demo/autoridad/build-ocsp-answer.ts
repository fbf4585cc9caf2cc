import { formatSerie } from '#domain/efirma/read-certificado.ts';
import { type DerElement, readChildren, readDer } from '#formats/der/der.ts';
import { readUnsigned } from '#formats/der/der-value.ts';
import { readX509, sameBytes } from '#formats/der/x509.ts';
import {
  context,
  contextPrimitive,
  enumerated,
  fechaGeneral,
  fromDer,
  type Nodo,
  octets,
  oid,
  sequence,
  toDer,
} from '#infra/asn1/asn1.ts';
import { sha1 } from '#infra/ocsp/cert-id.ts';
import { signStructure } from './build-certificado.ts';
import type { AutoridadOcsp } from './create-autoridad.ts';

export type EstadoDeSerie = 'BUENO' | 'DESCONOCIDO' | { revocadoEn: Date; motivo?: number };

const MALFORMED_REQUEST = 1;
const TRY_LATER = 3;
const BASIC = '1.3.6.1.5.5.7.48.1.1';
const GOOD = 0;
const REVOKED = 1;
const UNKNOWN = 2;
const EXTENSIONS_OF_REQUEST = 0xa2;

/** RFC 6960; like the SAT's service, «tryLater» when it is about another issuer. */
export function buildOcspAnswer(
  request: Uint8Array,
  autoridad: AutoridadOcsp,
  estadoDe: (serie: string) => EstadoDeSerie,
  vigencia: { desde: Date; hasta: Date },
): Uint8Array<ArrayBuffer> {
  const question = readQuestion(request);
  if (!question) return toDer(sequence(enumerated(MALFORMED_REQUEST)));
  if (!question.certIds.every((certId) => isOurs(certId, autoridad))) return toDer(sequence(enumerated(TRY_LATER)));
  const { desde, hasta } = vigencia;
  const singles = question.certIds.map((certId) => {
    const status = statusNode(estadoDe(serieOf(certId)));
    return sequence(fromDer(certId.raw), status, fechaGeneral(desde), context(0, fechaGeneral(hasta)));
  });
  const responder = context(2, octets(sha1(readX509(autoridad.ocsp.cer).publicKeyBits)));
  const echoed = question.extensions.map((extensions) => context(1, fromDer(extensions)));
  const data = sequence(responder, fechaGeneral(desde), sequence(...singles), ...echoed);
  const certificados = context(0, sequence(fromDer(autoridad.ocsp.cer)));
  const basic = signStructure(data, autoridad.ocsp.privateKey, 'sha256', certificados);
  return toDer(sequence(enumerated(0), context(0, sequence(oid(BASIC), octets(basic)))));
}

function readQuestion(request: Uint8Array) {
  try {
    const [tbs] = readChildren(readDer(request)) as [DerElement];
    const fields = readChildren(tbs);
    const list = fields.find((field) => field.tag === 0x30) as DerElement;
    return {
      certIds: readChildren(list).map((single) => readChildren(single)[0] as DerElement),
      /** The request's, at most one: all that is ever in them is the nonce, which is echoed. */
      extensions: fields.filter((field) => field.tag === EXTENSIONS_OF_REQUEST).map((field) => field.content),
    };
  } catch {
    return null;
  }
}

function isOurs(certId: DerElement, { ac }: AutoridadOcsp): boolean {
  const [, name, key] = readChildren(certId);
  const issuer = readX509(ac);
  if (!name || !key) return false;
  return sameBytes(name.content, sha1(issuer.subject.raw)) && sameBytes(key.content, sha1(issuer.publicKeyBits));
}

function serieOf(certId: DerElement): string {
  return formatSerie(readUnsigned(readChildren(certId)[3] as DerElement));
}

function statusNode(estado: EstadoDeSerie): Nodo {
  if (estado === 'BUENO') return contextPrimitive(GOOD, Uint8Array.of());
  if (estado === 'DESCONOCIDO') return contextPrimitive(UNKNOWN, Uint8Array.of());
  const motivo = estado.motivo === undefined ? [] : [context(0, enumerated(estado.motivo))];
  return context(REVOKED, fechaGeneral(estado.revocadoEn), ...motivo);
}
