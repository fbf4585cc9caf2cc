import forge from 'node-forge';
import { readDer } from '#formats/der/der.ts';

const { asn1 } = forge;
const { Class, Type } = asn1;

/** A node of a structure to be written; forge's binary strings stay inside this file. */
export type Nodo = forge.asn1.Asn1;

export const sequence = (...parts: Nodo[]): Nodo => asn1.create(Class.UNIVERSAL, Type.SEQUENCE, true, parts);
export const set = (...parts: Nodo[]): Nodo => asn1.create(Class.UNIVERSAL, Type.SET, true, parts);
export const oid = (dotted: string): Nodo => primitive(Type.OID, asn1.oidToDer(dotted).getBytes());
export const nothing = (): Nodo => primitive(Type.NULL, '');
export const isTrue = (): Nodo => primitive(Type.BOOLEAN, '\xff');
export const enumerated = (value: number): Nodo => primitive(Type.ENUMERATED, String.fromCharCode(value));
export const octets = (content: Uint8Array): Nodo => primitive(Type.OCTETSTRING, binary(content));
export const bits = (content: Uint8Array, unused = 0): Nodo =>
  primitive(Type.BITSTRING, String.fromCharCode(unused) + binary(content));

export function integer(content: Uint8Array): Nodo {
  const sign = ((content[0] ?? 0) & 0x80) !== 0 ? '\0' : '';
  return primitive(Type.INTEGER, sign + binary(content));
}

export function context(number: number, ...parts: Nodo[]): Nodo {
  return asn1.create(Class.CONTEXT_SPECIFIC, number, true, parts);
}

/** `[number]` in place of a primitive's own tag. */
export function contextPrimitive(number: number, content: Uint8Array): Nodo {
  return asn1.create(Class.CONTEXT_SPECIFIC, number, false, binary(content));
}

export type TipoDeTexto = 'PRINTABLE' | 'UTF8' | 'T61' | 'IA5' | 'BMP';

/** T61String holds Latin-1, as the SAT writes it. */
export function texto(tipo: TipoDeTexto, value: string): Nodo {
  switch (tipo) {
    case 'PRINTABLE':
      return primitive(Type.PRINTABLESTRING, value);
    case 'IA5':
      return primitive(Type.IA5STRING, value);
    case 'UTF8':
      return primitive(Type.UTF8, Buffer.from(value, 'utf8').toString('latin1'));
    case 'T61':
      return primitive(T61_STRING, value);
    case 'BMP':
      return primitive(Type.BMPSTRING, Buffer.from(value, 'utf16le').swap16().toString('latin1'));
  }
}

/** RFC 5280, 4.1.2.5. */
export function fecha(date: Date): Nodo {
  return date.getUTCFullYear() < 2050 ? primitive(Type.UTCTIME, asn1.dateToUtcTime(date)) : fechaGeneral(date);
}

export function fechaGeneral(date: Date): Nodo {
  return primitive(Type.GENERALIZEDTIME, asn1.dateToGeneralizedTime(date));
}

/** Taken as it is: nothing inside is read and written anew. Throws DerError. */
export function fromDer(der: Uint8Array): Nodo {
  const { tag, content } = readDer(der);
  return asn1.create(Class.UNIVERSAL, tag as forge.asn1.Type, false, binary(content));
}

/** X.690, 11.6. */
export function inDerOrder(parts: Nodo[]): Nodo[] {
  return [...parts].sort((one, other) => Buffer.compare(toDer(one), toDer(other)));
}

export function toDer(nodo: Nodo): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(asn1.toDer(nodo).getBytes(), 'latin1'));
}

const T61_STRING = 20 as forge.asn1.Type;

function primitive(type: forge.asn1.Type, content: string): Nodo {
  return asn1.create(Class.UNIVERSAL, type, false, content);
}

function binary(content: Uint8Array): string {
  return Buffer.from(content).toString('latin1');
}
