import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { VARIABLES } from '#infra/env/variables.ts';
import { registerMedioDeContacto } from '#tramites/medio-de-contacto/register-medio-de-contacto.ts';
import { createAutoridadDePrueba, makeTempDir } from '../../support/efirma/autoridad-de-prueba.ts';
import { createEscenario, type Escenario } from '../../support/escenario.ts';
import { testDatabaseUrl, testDb } from '../../support/test-db.ts';
import { createInstalacion, type Instalacion } from '../robustez/instalacion.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

let escenario: Escenario;
let instalacion: Instalacion;
let folio: string;
let salida: string;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  instalacion = await createInstalacion(testDatabaseUrl(), await createAutoridadDePrueba());
  const { ctx } = await escenario.enter();
  const registered = await registerMedioDeContacto(ctx, {
    mecanismo: 'CORREO_ELECTRONICO',
    valor: 'ana@correo.example',
    peticionId: randomUUID(),
  });
  if (!registered.ok) throw new Error(registered.error);
  folio = registered.value.folio;
  salida = path.join(makeTempDir(), 'acuse.pdf');
});
afterEach(() => instalacion.stop());

/** `npm run acuse`, without a developer's settings. */
async function acuse(...args: string[]) {
  const nothing = Object.fromEntries(Object.keys(VARIABLES).map((name) => [name, '']));
  const env = { ...process.env, ...nothing, NODE_OPTIONS: '', ...instalacion.env, BUZON_MODO: 'produccion' };
  const produccion = { EFIRMA_OCSP_URL: 'http://127.0.0.1:9/', BUZON_DESFASE: '', LOG_NIVEL: '' };
  const command = promisify(execFile)(process.execPath, ['src/cli/acuse.mjs', ...args], {
    cwd: ROOT,
    env: { ...env, ...produccion },
  });
  return command.then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    (error) => ({ code: error.code, said: error.stderr }),
  );
}

describe('npm run acuse', () => {
  it('issues the acuse and writes the very bytes that its titular downloads, for its owner alone', async () => {
    const { code, said } = await acuse(folio, 'registro', '--salida', salida);
    expect(said).toContain(`${salida}: `);
    expect(code).toBe(0);
    const { pdf } = await escenario.db.acuseDocumento.findFirstOrThrow();
    expect(readFileSync(salida).equals(gunzipSync(pdf))).toBe(true);
    expect(statSync(salida).mode & 0o777).toBe(0o600);
    const eventos = await escenario.db.bitacora.findMany({ where: { evento: 'ACUSE_EXPORTADO' } });
    expect(eventos).toMatchObject([{ folio, actor: 'SISTEMA', datos: { tipo: 'REGISTRO' } }]);
  });

  it('writes over nothing', async () => {
    await acuse(folio, 'registro', '--salida', salida);
    const before = statSync(salida).mtimeMs;
    expect(await acuse(folio, 'registro', '--salida', salida)).toMatchObject({
      code: 1,
      said: expect.stringContaining('ya existe y no lo cambio'),
    });
    expect(statSync(salida).mtimeMs).toBe(before);
  });

  it('says what is wrong with what it was told, and writes nothing', async () => {
    const refusals = [
      [[], 'Di cuál'],
      [['BI-2026.00000001-53', 'registro'], 'no es un folio'],
      [[folio, 'otro'], 'El tipo es registro'],
      [[folio, 'validacion'], 'No hay un acuse de ese tipo con ese folio'],
    ] as const;
    for (const [args, said] of refusals)
      expect(await acuse(...args, '--salida', salida)).toMatchObject({ code: 1, said: expect.stringContaining(said) });
    expect(existsSync(salida)).toBe(false);
  });
});
