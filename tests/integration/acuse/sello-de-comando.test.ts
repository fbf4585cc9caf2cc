import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { readFalla } from '#infra/db/falla.ts';
import { createSello } from '#infra/sello/create-sello.ts';
import { registerMedioDeContacto } from '#tramites/medio-de-contacto/register-medio-de-contacto.ts';
import { makeTempDir } from '../../support/efirma/autoridad-de-prueba.ts';
import { createEscenario, type Escenario, type Titular } from '../../support/escenario.ts';
import { testDb } from '../../support/test-db.ts';

let escenario: Escenario;
let titular: Titular;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter();
});

async function register(valor: string, { ctx } = titular): Promise<string> {
  const peticion = { mecanismo: 'CORREO_ELECTRONICO' as const, valor, peticionId: randomUUID() };
  const result = await registerMedioDeContacto(ctx, peticion);
  if (!result.ok) throw new Error(result.error);
  return result.value.folio;
}

const dir = makeTempDir();
const [cert, key] = [path.join(dir, 'sello.pem'), path.join(dir, 'sello.key')];
beforeEach(() => {
  const args = `req -x509 -newkey rsa:2048 -nodes -keyout ${key} -out ${cert} -days 30 -subj /CN=Sello`;
  expect(spawnSync('openssl', args.split(' ')).status).toBe(0);
});
const withComando = (comando: string) => {
  const settings = { cert, key: null, keyPassword: null, comando };
  // openssl dates a certificate from the second it is made.
  titular.ctx.sello = createSello(settings, () => new Date(Date.now() + 1_000));
};

it('while a command is slow, whoever needs no sello of it goes on', async () => {
  const otra = await escenario.enter('HEQL850612Q49');
  const [entra, sigue] = [path.join(dir, 'entra'), path.join(dir, 'sigue')];
  withComando(`touch '${entra}'; while [ ! -e '${sigue}' ]; do sleep 0.1; done; openssl dgst -sha256 -sign '${key}'`);
  const lento = register('ana@correo.example');
  await expect.poll(() => existsSync(entra)).toBe(true);
  await register('otra@correo.example', otra);
  writeFileSync(sigue, '');
  const { sello } = await escenario.db.acuse.findFirstOrThrow({ where: { folio: await lento } });
  expect(sello).toHaveLength(256);
});

it.each([['exit 1'], ['exec sleep 60']])(
  'that does not seal (%s), nothing was done and it is told',
  async (comando) => {
    withComando(comando);
    expect(await register('ana@correo.example').catch(readFalla)).toBe('SIN_SELLO');
    expect(await escenario.db.medioDeContacto.count()).toBe(0);
  },
);

it('where the certificate has expired, the same', async () => {
  const settings = { cert, key: null, keyPassword: null, comando: 'cat' };
  let now = new Date(Date.now() + 1_000);
  titular.ctx.sello = createSello(settings, () => now);
  now = new Date(now.getTime() + 31 * 24 * 3_600_000);
  expect(await register('ana@correo.example').catch(readFalla)).toBe('SIN_SELLO');
});
