import { spawnSync } from 'node:child_process';
import { constants, createPublicKey, verify } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createSelloDeComando } from './create-sello-de-comando.ts';
import type { Sello } from './sello.ts';

const CADENA = new TextEncoder().encode('||Invocante:Buzón IMSS||');
// openssl dates a certificate from the second it is made.
const NOW = new Date(Date.now() + 1_000);
const dir = mkdtempSync(join(tmpdir(), 'sello-comando-'));
const cert = join(dir, 'sello.pem');
const key = join(dir, 'sello.key');
openssl(`req -x509 -newkey rsa:2048 -nodes -keyout ${key} -out ${cert} -days 30 -subj /CN=Sello`);
const FIRMA = `openssl dgst -sha256 -sign '${key}'`;

afterAll(() => rmSync(dir, { recursive: true }));

function openssl(args: string): void {
  const { status, stderr } = spawnSync('openssl', args.split(' '), { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

function sello(comando: string, env: NodeJS.ProcessEnv = process.env): Sello {
  return createSelloDeComando({ cert, comando, env, now: NOW });
}

function isGood({ certificadoPem }: Sello, firma: Uint8Array): boolean {
  const llave = createPublicKey(certificadoPem);
  return verify('RSA-SHA256', CADENA, { key: llave, padding: constants.RSA_PKCS1_PADDING }, firma);
}

describe('a sello whose key only a command has', () => {
  it('signs what the command gets on its standard input, many at the same time', async () => {
    const made = sello(FIRMA);
    const firmas = await Promise.all(Array.from({ length: 8 }, () => made.sign(CADENA)));
    expect(firmas.every((firma) => isGood(made, firma))).toBe(true);
    expect(made).toMatchObject({ isDemo: false, huella: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  it.each([
    ['fails', 'echo secreto >&2; exit 3', /^SELLO_COMANDO: terminó con el código 3; ejecútalo a mano/],
    ['is not there', '/no/existe', /^SELLO_COMANDO: terminó con el código 127/],
    ['gives nothing', 'cat >/dev/null', /^SELLO_COMANDO: lo que devolvió no es una firma/],
    ['ends without reading', 'true', /^SELLO_COMANDO: lo que devolvió no es una firma/],
    ['gives the bytes back', 'cat', /no es una firma/],
    ['gives the signature in base64', `${FIRMA} | openssl base64`, /no es una firma/],
    ['gives without end', 'cat /dev/zero', /^SELLO_COMANDO: devolvió demasiados datos/],
  ])('refuses one that %s, in one line and without what it says', async (_, comando, message) => {
    const refusal = await sello(comando)
      .sign(CADENA)
      .then(
        () => 'signed',
        (error: Error) => error.message,
      );
    expect(refusal).toMatch(message);
    expect(refusal).not.toMatch(/\n|secreto/);
  });

  it('refuses, before anything is sealed, one whose key is another’s', async () => {
    const otra = join(dir, 'otra.key');
    openssl(`genrsa -out ${otra} 2048`);
    const comando = `openssl dgst -sha256 -sign '${otra}'`;
    await expect(sello(comando).sign(CADENA)).rejects.toThrow('de la llave de SELLO_CERT');
  });

  it('does not wait for ever', async () => {
    await expect(sello('exec sleep 60').sign(CADENA)).rejects.toThrow('no respondió en 8 segundos');
  });

  it('refuses a certificate that has expired or whose key is short', () => {
    const later = new Date(NOW.getTime() + 31 * 24 * 60 * 60 * 1000);
    expect(() => createSelloDeComando({ cert, comando: FIRMA, env: {} as NodeJS.ProcessEnv, now: later })).toThrow(
      /^SELLO_CERT: el certificado venció/,
    );
    const corto = join(dir, 'corto.pem');
    openssl(`req -x509 -newkey rsa:1024 -nodes -keyout ${key}.corta -out ${corto} -days 30 -subj /CN=Sello`);
    const now = new Date(Date.now() + 1_000);
    expect(() => createSelloDeComando({ cert: corto, comando: FIRMA, env: {} as NodeJS.ProcessEnv, now })).toThrow(
      /RSA de 2048 bits/,
    );
  });
});

const MODULO = ['/usr/lib/softhsm/libsofthsm2.so', '/usr/local/lib/softhsm/libsofthsm2.so'].find(existsSync);
const hasHsm = MODULO !== undefined && !spawnSync('pkcs11-tool', ['--version']).error;

describe.skipIf(!hasHsm)('with a device (skipped without softhsm2 and opensc)', () => {
  it('seals with a key that only the device has', async () => {
    const tokens = join(dir, 'tokens');
    mkdirSync(tokens);
    writeFileSync(join(dir, 'softhsm2.conf'), `directories.tokendir = ${tokens}\n`);
    const env = { ...process.env, SOFTHSM2_CONF: join(dir, 'softhsm2.conf'), PIN_DEL_SELLO: '1234' };
    const tool = (args: string) => {
      const { status, stdout, stderr } = spawnSync('sh', ['-c', args], { env, encoding: 'utf8' });
      if (status !== 0) throw new Error(`${args}\n${stdout}${stderr}`);
    };
    tool('softhsm2-util --init-token --free --label buzon --so-pin 4321 --pin 1234');
    // The private key goes in once, as an operator would bring it, and cannot be read again.
    tool(`openssl pkcs8 -topk8 -nocrypt -in ${key} -out ${dir}/llave.p8`);
    tool(`softhsm2-util --import ${dir}/llave.p8 --token buzon --label sello --id 01 --pin 1234`);
    // As the README has it: without the PIN where every user of the machine can read it.
    const comando = `pkcs11-tool --module ${MODULO} --token-label buzon --login --pin env:PIN_DEL_SELLO --sign --mechanism SHA256-RSA-PKCS --id 01`;
    const made = sello(comando, env);
    expect(isGood(made, await made.sign(CADENA))).toBe(true);
  });
});
