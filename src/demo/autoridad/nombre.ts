import { type Nodo, oid, sequence, set, type TipoDeTexto, texto } from '#infra/asn1/asn1.ts';

const ATRIBUTO = {
  commonName: '2.5.4.3',
  serialNumber: '2.5.4.5',
  country: '2.5.4.6',
  locality: '2.5.4.7',
  state: '2.5.4.8',
  street: '2.5.4.9',
  organization: '2.5.4.10',
  organizationalUnit: '2.5.4.11',
  postalCode: '2.5.4.17',
  name: '2.5.4.41',
  uniqueIdentifier: '2.5.4.45',
  correo: '1.2.840.113549.1.9.1',
  unstructuredName: '1.2.840.113549.1.9.2',
} as const;

export interface Atributo {
  type: keyof typeof ATRIBUTO;
  value: string;
  tipo?: TipoDeTexto;
}

/** A distinguished name, one attribute in each SET as the SAT writes them. */
export function buildNombre(atributos: Atributo[]): Nodo {
  return sequence(
    ...atributos.map(({ type, value, tipo = tipoFor(value) }) =>
      set(sequence(oid(ATRIBUTO[type]), texto(tipo, value))),
    ),
  );
}

/** The SAT's choice: PrintableString where the characters allow it, else T61String. */
function tipoFor(value: string): TipoDeTexto {
  if (value.includes('@')) return 'IA5';
  return /^[A-Za-z0-9 '()+,\-./:=?]*$/.test(value) ? 'PRINTABLE' : 'T61';
}

/** Names like those of Banco de México's root and the SAT's authority, and plainly not them. */
export const NOMBRE_DE_RAIZ: Atributo[] = [
  { type: 'country', value: 'MX' },
  { type: 'state', value: 'CDMX', tipo: 'UTF8' },
  { type: 'organization', value: 'Banco de Demostración', tipo: 'UTF8' },
  { type: 'commonName', value: 'Agencia Registradora Central de demostración', tipo: 'UTF8' },
  { type: 'correo', value: 'arc@demo.invalid' },
];

export const NOMBRE_DE_AC: Atributo[] = [
  { type: 'commonName', value: 'A.C. de demostración, sin validez oficial', tipo: 'UTF8' },
  { type: 'organization', value: 'Servicio de Administración de Demostración', tipo: 'UTF8' },
  { type: 'organizationalUnit', value: 'SAD-IES Authority', tipo: 'UTF8' },
  { type: 'correo', value: 'ac@demo.invalid' },
  { type: 'street', value: 'Av. Ejemplo 77, Col. Inventada', tipo: 'UTF8' },
  { type: 'postalCode', value: '00000', tipo: 'UTF8' },
  { type: 'country', value: 'MX' },
  { type: 'state', value: 'Ciudad de México', tipo: 'UTF8' },
  { type: 'locality', value: 'Cuauhtémoc', tipo: 'UTF8' },
  { type: 'uniqueIdentifier', value: 'SAD000101XX0' },
  { type: 'unstructuredName', value: 'Responsable: Demostración', tipo: 'UTF8' },
];

export const NOMBRE_DE_OCSP: Atributo[] = [
  { type: 'organization', value: 'Servicio de Administración de Demostración', tipo: 'UTF8' },
  { type: 'country', value: 'MX' },
  { type: 'commonName', value: 'Servicio delegado OCSP de demostración', tipo: 'UTF8' },
];
