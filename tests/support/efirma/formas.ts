import { spawnSync } from 'node:child_process';
import type { KeyObject } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readChildren, readDer } from '#formats/der/der.ts';
import { makeTempDir } from './autoridad-de-prueba.ts';

/** A PEM block, as programs write it. */
export function asPem(label: string, der: Uint8Array, lineEnd = '\n'): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join(lineEnd);
}

/** What OpenSSL writes when it protects a key: `options` as of `openssl pkcs8 -topk8`. */
export function protectWithOpenssl(key: KeyObject, contrasena: string, ...options: string[]): Uint8Array {
  const passphrase = ['-passout', `pass:${contrasena}`];
  return run(['pkcs8', '-topk8', '-outform', 'DER', ...passphrase, ...options], pemOf(key));
}

/** A traditional PEM of OpenSSL, `cipher` as of `openssl rsa`. */
export function protectTraditionally(key: KeyObject, contrasena: string, cipher: string): Uint8Array {
  return run(['rsa', '-traditional', `-${cipher}`, '-passout', `pass:${contrasena}`], pemOf(key));
}

/** A PKCS #7 that carries certificates (`.p7b`). */
export function carryInPkcs7(ders: Uint8Array[], form: 'DER' | 'PEM'): Uint8Array {
  const file = join(makeTempDir(), 'cadena.pem');
  writeFileSync(file, ders.map((der) => asPem('CERTIFICATE', der)).join(''));
  return run(['crl2pkcs7', '-nocrl', '-certfile', file, '-outform', form]);
}

/** A request for a certificate, and the same in a signed envelope with the signer's certificate, in DER. */
export function makeRequests(key: KeyObject): { request: Uint8Array; envelope: Uint8Array } {
  const dir = makeTempDir();
  const [keyFile, cerFile, requestFile] = ['key', 'cer', 'req'].map((name) => join(dir, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(keyFile, pemOf(key));
  const subject = ['-subj', '/CN=X', '-key', keyFile];
  const request = run(['req', '-new', ...subject, '-outform', 'DER']);
  writeFileSync(requestFile, request);
  writeFileSync(cerFile, run(['req', '-x509', ...subject]));
  const signer = ['-signer', cerFile, '-inkey', keyFile];
  const sign = ['smime', '-sign', '-binary', '-nodetach', '-outform', 'DER'];
  return { request, envelope: run([...sign, ...signer, '-in', requestFile]) };
}

/** DER with the lengths of its outer values left open, as programs that write as it comes do (X.690, 8.1.3.6). */
export function openLengths(der: Uint8Array, depth = 3): Uint8Array {
  const element = readDer(der);
  if (!(element.tag & 0x20) || depth === 0) return der;
  const children = readChildren(element).map(({ raw }) => openLengths(raw, depth - 1));
  return concat(Uint8Array.of(element.tag, 0x80), ...children, new Uint8Array(2));
}

export function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

/** A text as Windows' Notepad saves «Unicode». */
export function utf16(text: string, endian: 'LE' | 'BE' = 'LE', mark = '\ufeff'): Uint8Array {
  const bytes = Buffer.from(mark + text, 'utf16le');
  return endian === 'LE' ? bytes : bytes.swap16();
}

export function concat(...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.concat(parts));
}

function pemOf(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }) as string;
}

function run(args: string[], input = ''): Uint8Array {
  const { status, stdout, stderr } = spawnSync('openssl', args, { input });
  if (status !== 0) throw new Error(`openssl ${args.join(' ')}: ${stderr}`);
  return Uint8Array.from(stdout);
}
