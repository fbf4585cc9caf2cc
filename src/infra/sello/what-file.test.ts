import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCertificadoDeSello } from './certificado-de-sello.ts';

let dir: string;
const at = (name: string) => path.join(dir, name);
const read = (name: string) => readFileSync(at(name));
const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: dir, stdio: 'ignore' });

/** What an operator may have at hand, made by openssl: a version 3 certificate and everything that is none. */
beforeAll(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'buzon-sello-cert-'));
  openssl(
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    'llave.pem',
    '-out',
    'v3.pem',
    '-days',
    '30',
    '-subj',
    '/CN=sello',
  );
  openssl('x509', '-in', 'v3.pem', '-outform', 'DER', '-out', 'v3.der');
  openssl('req', '-new', '-key', 'llave.pem', '-subj', '/CN=sello', '-out', 'csr.pem');
  openssl('x509', '-req', '-in', 'csr.pem', '-signkey', 'llave.pem', '-days', '30', '-out', 'v1.pem');
  openssl('x509', '-in', 'v1.pem', '-outform', 'DER', '-out', 'v1.der');
  openssl('crl2pkcs7', '-nocrl', '-certfile', 'v3.pem', '-out', 'p7b.pem');
  openssl('crl2pkcs7', '-nocrl', '-certfile', 'v3.pem', '-outform', 'DER', '-out', 'p7b.der');
  openssl('pkcs12', '-export', '-inkey', 'llave.pem', '-in', 'v3.pem', '-passout', 'pass:x', '-out', 'todo.p12');
  openssl('pkcs8', '-topk8', '-in', 'llave.pem', '-outform', 'DER', '-passout', 'pass:x', '-out', 'cifrada.key');
  openssl('pkcs8', '-topk8', '-nocrypt', '-in', 'llave.pem', '-outform', 'DER', '-out', 'abierta.key');
  openssl('rsa', '-in', 'llave.pem', '-outform', 'DER', '-traditional', '-out', 'pkcs1.key');
  openssl(
    'req',
    '-new',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    'otra.key',
    '-subj',
    '/CN=propio',
    '-out',
    'propio.csr',
  );
  writeFileSync(at('v3.ext'), 'basicConstraints=CA:FALSE');
  const ca = ['-CA', 'v3.pem', '-CAkey', 'llave.pem', '-days', '30', '-extfile', 'v3.ext'];
  openssl('x509', '-req', '-in', 'propio.csr', ...ca, '-out', 'propio.pem');
  writeFileSync(at('cadena.pem'), Buffer.concat([read('propio.pem'), read('v3.pem')]));
  writeFileSync(at('al-reves.pem'), Buffer.concat([read('v3.pem'), read('propio.pem')]));
  writeFileSync(at('con-llave.pem'), Buffer.concat([read('v3.pem'), read('llave.pem')]));
  writeFileSync(at('cola.der'), Buffer.concat([read('v3.der'), Buffer.from('\n')]));
  writeFileSync(at('ber.p7b'), Buffer.from('308006092a864886f70d010702a080', 'hex'));
  writeFileSync(at('texto.txt'), 'hola');
  writeFileSync(at('vacio'), '');
});
afterAll(() => rmSync(dir, { recursive: true }));

const open = (name: string) => openCertificadoDeSello(at(name), new Date());

describe('SELLO_CERT', () => {
  it.each(['v3.pem', 'v3.der'])('takes a certificate of version 3: %s', (name) => {
    expect(open(name).datos.huella).toMatch(/^[0-9a-f]{64}$/);
  });

  it('keeps its chain, where the file has it after its own', () => {
    const { datos, parsed } = open('cadena.pem');
    expect(parsed.subject).toBe('CN=propio');
    expect(datos.certificadoPem).toBe(read('propio.pem').toString() + read('v3.pem').toString());
  });

  it.each([
    ['v1.pem', 'es un certificado X.509 de la versión 1: hace falta uno de la versión 3'],
    ['v1.der', 'es un certificado X.509 de la versión 1: hace falta uno de la versión 3'],
    ['al-reves.pem', 'trae 2 certificados que no son una cadena: pon primero el del sello'],
    ['llave.pem', 'es una llave privada'],
    ['con-llave.pem', 'es una llave privada'],
    ['cifrada.key', 'es una llave privada'],
    ['abierta.key', 'es una llave privada'],
    ['pkcs1.key', 'es una llave privada'],
    ['cola.der', 'trae un byte de más detrás del certificado'],
    ['p7b.pem', 'es un PKCS#7 (.p7b)'],
    ['p7b.der', 'es un PKCS#7 (.p7b)'],
    ['ber.p7b', 'es un PKCS#7 (.p7b)'],
    ['todo.p12', 'es un PKCS#12 (.pfx o .p12)'],
    ['csr.pem', 'es una solicitud de certificado (CSR)'],
    ['texto.txt', 'no es un certificado X.509 (DER o PEM).'],
    ['vacio', 'no es un certificado X.509 (DER o PEM).'],
  ])('says in a line of its own what %s is, and what to do', (name, expected) => {
    const line = (() => {
      try {
        return open(name).datos.serie;
      } catch (error) {
        return error instanceof Error ? error.message : '';
      }
    })();
    expect(line).toContain(`SELLO_CERT: ${at(name)} ${expected}`);
    expect(line).not.toContain('\n');
  });
});
