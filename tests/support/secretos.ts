import { createPrivateKey } from 'node:crypto';
import type { Efirma } from './efirma-de-demo.ts';

/** Bytes of a key that are looked for at once: enough to be no accident, few enough to be found in a part of it. */
const VENTANA = 24;

/** Every secret that this text or these bytes hold, by its name; empty when nothing leaked. */
export function findSecretos(where: Buffer | string, efirma: Efirma): string[] {
  const haystack = Buffer.isBuffer(where) ? where : Buffer.from(where);
  const text = haystack.toString('latin1').toLowerCase();
  return secretosDe(efirma)
    .filter(({ bytes }) => encodingsOf(bytes).some((shape) => text.includes(shape.toString('latin1').toLowerCase())))
    .map(({ nombre }) => nombre);
}

interface Secreto {
  nombre: string;
  bytes: Buffer;
}

function secretosDe({ contrasena, key }: Efirma): Secreto[] {
  const typed: Secreto[] = (['utf8', 'latin1', 'utf16le'] as const).map((encoding) => ({
    nombre: `contraseña (${encoding})`,
    bytes: Buffer.from(contrasena, encoding),
  }));
  const swapped = { nombre: 'contraseña (utf16be)', bytes: Buffer.from(contrasena, 'utf16le').swap16() };
  const file = windowsOf('archivo .key', key.buffer);
  return [...typed, swapped, ...file, ...privateNumbers(key.buffer, contrasena)];
}

/** The numbers of the open key that its certificate does not tell: found in any PKCS #8, PKCS #1, PEM or JWK of it. */
function privateNumbers(der: Buffer, contrasena: string): Secreto[] {
  const open = createPrivateKey({ key: der, format: 'der', type: 'pkcs8', passphrase: Buffer.from(contrasena) });
  const { d, p, q, dp, dq, qi } = open.export({ format: 'jwk' });
  return Object.entries({ d, p, q, dp, dq, qi }).flatMap(([nombre, number]) =>
    windowsOf(`llave abierta (${nombre})`, Buffer.from(number ?? '', 'base64url')),
  );
}

function windowsOf(nombre: string, bytes: Buffer): Secreto[] {
  const starts = [0, Math.floor(bytes.length / 2), bytes.length - VENTANA];
  return starts.map((start) => ({ nombre, bytes: bytes.subarray(start, start + VENTANA) }));
}

/** The shapes that bytes may travel in. Base64 depends on what stands before: each of the three alignments. */
function encodingsOf(bytes: Buffer): Buffer[] {
  const base64 = [0, 1, 2].map((before) => middleOfBase64(bytes, before));
  const texts = [
    bytes.toString('hex'),
    ...base64,
    ...base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
    ...base64.map(encodeURIComponent),
    [...bytes].join(','),
  ];
  const asText = bytes.toString('utf8');
  const isText = Buffer.from(asText).equals(bytes);
  if (isText)
    texts.push(encodeURIComponent(asText), encodeURIComponent(asText).replaceAll('%20', '+'), escapeJson(asText));
  else texts.push([...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''));
  return [bytes, ...texts.map((text) => Buffer.from(text))];
}

/** The characters of base64 that depend on these bytes alone, when `before` bytes stand before them. */
function middleOfBase64(bytes: Buffer, before: number): string {
  const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
  return text.slice(before === 0 ? 0 : before + 1, Math.floor(((before + bytes.length) * 8) / 6));
}

function escapeJson(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
