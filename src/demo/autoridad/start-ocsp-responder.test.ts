import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { consultOcsp } from '#infra/ocsp/consult-ocsp.ts';
import {
  type AutoridadDePrueba,
  createAutoridadDePrueba,
  makeTempDir,
} from '../../../tests/support/efirma/autoridad-de-prueba.ts';
import { asPem, hasOpenssl } from '../../../tests/support/efirma/openssl-ocsp.ts';
import type { LoopbackServer } from '../listen-on-loopback.ts';
import type { EstadoDeSerie } from './build-ocsp-answer.ts';
import { startOcspResponder } from './start-ocsp-responder.ts';

let autoridad: AutoridadDePrueba;
let responder: LoopbackServer;
let estado: EstadoDeSerie = 'BUENO';
let desfaseMs = 0;
let cer: Uint8Array;

beforeAll(async () => {
  autoridad = await createAutoridadDePrueba();
  ({ cer } = await autoridad.issue());
  responder = await startOcspResponder({
    autoridad: { ac: autoridad.ac.cer, ocsp: autoridad.ocsp },
    estadoDe: () => estado,
    now: () => new Date(Date.now() + desfaseMs),
  });
});

afterAll(() => responder.close());

function ask(emisor = autoridad.ac.cer) {
  const now = new Date(Date.now() + desfaseMs);
  return consultOcsp({ url: responder.url, certificado: cer, emisor, now, timeoutMs: 5000 });
}

describe('the demo’s revocation service', () => {
  test.each<[string, EstadoDeSerie]>([
    ['BUENO', 'BUENO'],
    ['DESCONOCIDO', 'DESCONOCIDO'],
    ['REVOCADO', { revocadoEn: new Date('2026-01-15T18:00:00Z') }],
  ])('answers %s to our client', async (resultado, state) => {
    estado = state;
    expect(await ask()).toMatchObject({ resultado });
  });

  test('lives at the moment it is told', async () => {
    estado = 'BUENO';
    desfaseMs = 73 * 3_600_000;
    expect(await ask()).toMatchObject({ resultado: 'BUENO' });
    desfaseMs = 0;
  });

  test('answers tryLater about another issuer, as the SAT’s does', async () => {
    const other = await createAutoridadDePrueba();
    expect(await ask(other.ac.cer)).toEqual({ resultado: 'SIN_RESPUESTA', motivo: 'tryLater' });
  });

  test('survives what is no request', async () => {
    const post = (body: string) => fetch(responder.url, { method: 'POST', body });
    expect(Buffer.from(await (await post('garbage')).arrayBuffer()).toString('hex')).toBe('30030a0101');
    expect((await post('x'.repeat(9000))).status).toBe(400);
    expect((await fetch(responder.url)).status).toBe(400);
    expect(await ask()).toMatchObject({ resultado: 'BUENO' });
  });

  test.skipIf(!hasOpenssl)('is understood and verified by openssl (skipped without openssl)', async () => {
    const dir = makeTempDir();
    const file = (name: string, der: Uint8Array) => {
      writeFileSync(join(dir, name), asPem(der));
      return join(dir, name);
    };
    const names = ['-issuer', file('ac.pem', autoridad.ac.cer), '-cert', file('e.pem', cer)];
    const trust = ['-CAfile', file('raiz.pem', autoridad.raiz.cer), '-verify_other', join(dir, 'ac.pem')];
    const { stdout, stderr } = await promisify(execFile)('openssl', [
      'ocsp',
      ...names,
      ...trust,
      '-url',
      responder.url,
    ]);
    expect(stderr).toContain('Response verify OK');
    expect(stdout).toContain('e.pem: good');
  });
});
