import { codigoDeTexto } from './codigo-de-texto.ts';

/** The first of each name, in lower case. */
export type Campos = ReadonlyMap<string, string>;

/** RFC 3464, 2.3. */
export interface DestinoReportado {
  /** `failed`, `delayed`, `delivered`, `relayed`, `expanded`, or as it came, in lower case. */
  accion: string;
  /** As `5.1.1`; empty when there is none. */
  codigo: string;
  diagnostico: string;
  /** The address as it was given, and the one where it ended. */
  direcciones: string[];
}

const MAX_DIAGNOSTICO = 500;
const MAX_DIRECCIONES = 20;
const DE_DESTINO = ['original-recipient', 'final-recipient', 'x-actual-recipient'];

const ACCIONES: readonly [RegExp, string][] = [
  [/^(fail|undeliver|expire|reject|bounce|fallid|fallo|échec|falha)/, 'failed'],
  [/^(delay|defer|retras|demor)/, 'delayed'],
  [/^(deliver|entregad)/, 'delivered'],
  [/^relayed/, 'relayed'],
  [/^expanded/, 'expanded'],
];

/** Null for the group about the message itself. */
export function readDestino(campos: Campos): DestinoReportado | null {
  const direcciones = DE_DESTINO.flatMap((name) => listDirecciones(campos.get(name) ?? ''));
  const status = /(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?!\.?\d)/.exec(campos.get('status') ?? '')?.[1] ?? '';
  const diagnostico = cleanTexto(campos.get('diagnostic-code') ?? '');
  const reply = /(?<![\d.])[245]\d\d(?=[ -])/.exec(diagnostico)?.[0] ?? '';
  const accion = accionOf(campos.get('action') ?? '', status || reply);
  if (accion === '') return null;
  return { accion, codigo: codigoOf(accion, status, diagnostico), diagnostico, direcciones: [...new Set(direcciones)] };
}

/** Comments come after the word (`failed (user unknown)`); where it is none of RFC 3464, the class of the code says it. */
function accionOf(action: string, codigo: string): string {
  const word = /\p{L}[\p{L}-]*/u.exec(action.toLowerCase())?.[0] ?? '';
  const known = ACCIONES.find(([pattern]) => pattern.test(word))?.[1];
  return known ?? { 2: 'delivered', 4: 'delayed', 5: 'failed' }[codigo.charAt(0)] ?? word;
}

/** A code that says nothing (`5.0.0`), or that of a success, gives way to what the diagnosis tells. */
function codigoOf(accion: string, status: string, diagnostico: string): string {
  const isFailure = accion === 'failed';
  if (status !== '' && !/\.0\.0$/.test(status) && !(isFailure && status.startsWith('2'))) return status;
  const told = isFailure ? codigoDeTexto(diagnostico) : '';
  return told || (isFailure && status.startsWith('2') ? '' : status);
}

/** From `rfc822;a@b`, `RFC822; <a@b>`, `utf-8; \x{F1}@b`, or bare. */
export function listDirecciones(text: string): string[] {
  const decoded = text.replace(/\\x\{([\da-f]{1,6})\}/gi, (all, hex) => {
    const point = Number.parseInt(hex, 16);
    return point > 0x20 && point <= 0x10ffff ? String.fromCodePoint(point) : all;
  });
  const found = decoded.toLowerCase().match(/[^\s<>;:"'(),[\]@]{1,64}@[^\s<>;:"'(),[\]@]{1,253}/g) ?? [];
  return [...new Set(found.map((each) => each.replace(/\.+$/, '')))].slice(0, MAX_DIRECCIONES);
}

/** On one line, without control characters, of which the database refuses one. */
export function cleanTexto(text: string): string {
  const line = text.slice(0, 10 * MAX_DIAGNOSTICO).replace(/[\s\p{Cc}]+/gu, ' ');
  return line.trim().slice(0, MAX_DIAGNOSTICO);
}

export type ClaseDeNotificacion = 'INFORME' | 'QUEJA' | 'RESPUESTA_AUTOMATICA' | 'OTRO';

/** Nothing of it is believed yet. */
export interface Notificacion {
  clase: ClaseDeNotificacion;
  destinos: DestinoReportado[];
  /** In the order in which they are to be believed. */
  firmas: string[];
  /** The portal's own messages lie in the same mailbox in demo. */
  idPropio: string | null;
  esDeServidor: boolean;
  texto: string;
}
