import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeCertificadoDeDemo } from '#demo/sello/ensure-sello-de-demo.ts';
import { EMBEDDED } from '#infra/env/settings.ts';
import { VARIABLES } from '#infra/env/variables.ts';
import { createAutoridadDePrueba, makeTempDir } from '../../support/efirma/autoridad-de-prueba.ts';
import { launchPortal } from '../../support/portal.ts';
import { createInstalacion, type Instalacion } from './instalacion.ts';
import { spawnWorker } from './proceso-worker.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const HEADING = 'No puedo arrancar con estos ajustes (los explica .env.example):';

/** A sealing certificate whose five years are over. */
function expiredCertificado(): string {
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = makeCertificadoDeDemo(pair, '99999000000000000001', new Date('2011-06-01T00:00:00Z'));
  return writeTemp('vencido.pem', pem);
}

function otherLlave(): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return writeTemp('otra.key', privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
}

function writeTemp(name: string, content: string): string {
  const file = path.join(makeTempDir(), name);
  writeFileSync(file, content);
  return file;
}

/** Runs one of the two commands of produccion, as a person does, with nothing but `env` set. Its exit code and lines. */
async function run(command: 'start' | 'worker', env: Record<string, string>) {
  const nothing = Object.fromEntries(Object.keys(VARIABLES).map((name) => [name, '']));
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn('npm', ['run', '--silent', command], {
    cwd: ROOT,
    env: { PATH, HOME, NODE_ENV: 'production', ...nothing, BUZON_MODO: 'produccion', ...env } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const [code] = await once(child, 'exit');
  return { code, lines: output.trimEnd().split('\n') };
}

describe.each(['start', 'worker'] as const)('npm run %s in produccion', (command) => {
  it('without a setting names each that is missing, one line each, and nothing else', async () => {
    const { code, lines } = await run(command, {});
    const [heading, ...rest] = lines;
    expect(heading).toBe(HEADING);
    expect(rest.map((line) => /^ {2}([A-Z_]+): .+\.$/.exec(line)?.[1]).sort()).toEqual([...EMBEDDED, 'APP_URL'].sort());
    expect(code).toBe(1);
  });

  it('names each that is malformed beside those that are missing', async () => {
    const malformed = {
      APP_URL: 'http://buzon.example',
      DATABASE_URL: 'mysql://x@y/z',
      AUTH_SECRET: 'corto',
      EFIRMA_AC_DIR: '/no/existe',
      SMTP_URL: 'correo.example:25',
      TWILIO_DE: 'yo',
      BUZON_DESFASE: 'PT1H',
    };
    const { code, lines } = await run(command, malformed);
    for (const name of Object.keys(malformed))
      expect(lines.filter((line) => line.startsWith(`  ${name}: `))).toEqual([expect.not.stringContaining('falta')]);
    expect(lines).toContain('  SELLO_CERT: falta; es obligatoria en produccion.');
    expect(lines).toHaveLength(1 + EMBEDDED.length + 2);
    expect(code).toBe(1);
  });
});

describe('files that the settings name and that are of no use', () => {
  let instalacion: Instalacion;
  let env: Record<string, string>;
  beforeEach(async () => {
    instalacion = await createInstalacion(
      'postgresql://x:y@127.0.0.1:9/z',
      await createAutoridadDePrueba(),
      new Date(),
    );
    const ofProduccion = { BUZON_MODO: 'produccion', EFIRMA_OCSP_URL: 'http://127.0.0.1:9/' };
    env = { ...instalacion.env, ...ofProduccion, BUZON_DESFASE: '', LOG_NIVEL: '' };
  });
  afterEach(() => instalacion.stop());

  it.each<[string, Record<string, string>, string[]]>([
    [
      'the password does not open the key',
      { SELLO_KEY_PASSWORD: 'otra' },
      ['SELLO_KEY: .+ o SELLO_KEY_PASSWORD no la abre'],
    ],
    [
      'no certificate of the institute, and no authority',
      { SELLO_CERT: 'package.json', EFIRMA_AC_DIR: makeTempDir() },
      ['EFIRMA_AC_DIR: .+ No hay certificados de autoridad', 'SELLO_CERT: .+ no es un certificado X.509'],
    ],
    ['a file for a folder', { EFIRMA_AC_DIR: 'package.json' }, ['EFIRMA_AC_DIR: ']],
    [
      'a command that does not seal',
      { SELLO_KEY: '', SELLO_COMANDO: 'cat' },
      ['SELLO_COMANDO: lo que devolvió no es una firma'],
    ],
    ['a key beside the command', { SELLO_COMANDO: 'cat' }, ['SELLO_KEY: sobra']],
    [
      'a certificate that has expired',
      { SELLO_CERT: expiredCertificado() },
      ['SELLO_CERT: el certificado venció el 2021'],
    ],
    [
      'a key of another pair',
      { SELLO_KEY: otherLlave(), SELLO_KEY_PASSWORD: '' },
      ['SELLO_KEY: la llave no corresponde al certificado'],
    ],
  ])('stop portal and worker before anything is opened: %s', async (_title, changes, expected) => {
    const processes = [await launchPortal({ ...env, ...changes }), spawnWorker({ ...env, ...changes })];
    const exits = await Promise.all(processes.map(({ process }) => once(process, 'exit')));
    expect(exits.map(([code]) => code)).toEqual([1, 1]);
    for (const { output } of processes) {
      const [heading, ...lines] = output().trimEnd().split('\n');
      expect(heading).toBe(HEADING);
      expect(lines).toEqual(expected.map((line) => expect.stringMatching(new RegExp(`^ {2}${line}.*\\.$`))));
    }
  });
});
