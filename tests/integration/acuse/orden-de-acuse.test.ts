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
  instalacion = await createInstalacion(testDatabaseUrl(), await createAutoridadDePrueba(), new Date());
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

/** `npm run acuse` in produccion. */
const acuse = (...args: string[]) => run(args, { ...instalacion.env, ...EN_PRODUCCION });

const EN_PRODUCCION = {
  BUZON_MODO: 'produccion',
  EFIRMA_OCSP_URL: 'http://127.0.0.1:9/',
  BUZON_DESFASE: '',
  LOG_NIVEL: '',
};

/** The command with these settings, and none of a developer's. */
async function run(args: string[], settings: Record<string, string>) {
  const { EFIRMA_OCSP_URL: _, ...names } = VARIABLES;
  const nothing = Object.fromEntries(Object.keys(names).map((name) => [name, '']));
  const command = promisify(execFile)(process.execPath, ['src/cli/acuse.mjs', ...args], {
    cwd: ROOT,
    env: { ...process.env, ...nothing, NODE_OPTIONS: '', ...settings },
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

  it('says in one line that there is no database, and how it is used when it does not understand', async () => {
    const nowhere = { ...instalacion.env, ...EN_PRODUCCION, DATABASE_URL: 'postgresql://x:y@127.0.0.1:9/z' };
    const { code, said } = await run([folio, 'registro'], nowhere);
    expect(said.trim()).toMatch(/^No se puede usar la base de datos de DATABASE_URL: .+$/);
    expect(code).toBe(1);
    const misused = await acuse(folio, 'registro', '--otra');
    expect(misused).toMatchObject({
      code: 1,
      said: expect.stringMatching(/^No entiendo .*npm run acuse -- FOLIO TIPO/s),
    });
  });

  it('works in demo without a portal that runs, on data that is new', async () => {
    const demo = { BUZON_MODO: 'demo', BUZON_DATOS: path.join(makeTempDir(), 'datos') };
    const { code, said } = await run([folio, 'registro', '--salida', salida], demo);
    expect(said).toContain('No hay un acuse de ese tipo con ese folio');
    expect(code).toBe(1);
  });
});
