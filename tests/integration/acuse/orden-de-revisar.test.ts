import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Font } from 'fontkit';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { VARIABLES } from '#infra/env/variables.ts';
import { readTexto } from '#infra/pdf/read-texto.ts';
import { printAcuse } from '#tramites/acuse/print-acuse.ts';
import { type DocumentoConFalla, reviewDocumentos } from '#tramites/acuse/review-documentos.ts';
import { registerMedioDeContacto } from '#tramites/medio-de-contacto/register-medio-de-contacto.ts';
import { alterarDatos } from '../../support/alterar-datos.ts';
import { createEscenario, type Escenario, type Titular } from '../../support/escenario.ts';
import { testDatabaseUrl, testDb } from '../../support/test-db.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

let escenario: Escenario;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
});

/** A process that prints as they do now; or as they did, with letters under the names that fontkit keeps, Ñ read first. */
async function startPrinting(how: 'before' | 'now') {
  vi.resetModules();
  vi.doUnmock('#infra/pdf/name-letters.ts');
  if (how === 'before') await mockNames();
  return (await import('#infra/pdf/render-acuse.ts')).renderAcuse;
}

async function mockNames(): Promise<void> {
  vi.doMock('#infra/pdf/name-letters.ts', async (original) => ({
    ...(await original<object>()),
    nameLetters: (font: Font) => font,
  }));
  const { createDocumento, finishDocumento } = await import('#infra/pdf/documento.ts');
  const { drawLinea } = await import('#infra/pdf/lineas.ts');
  const { ESTILO } = await import('#infra/pdf/lienzo.ts');
  const doc = createDocumento({ titulo: 't', asunto: 'a', autor: 'b', fecha: new Date(0) });
  drawLinea(doc, 'Ñ', 50, 50, ESTILO.cuerpo);
  await finishDocumento(doc, null);
}

type Impresora = Awaited<ReturnType<typeof startPrinting>>;

async function issue({ ctx }: Titular, valor: string, renderAcuse: Impresora): Promise<string> {
  const medio = { mecanismo: 'CORREO_ELECTRONICO', valor, peticionId: randomUUID() } as const;
  const result = await registerMedioDeContacto(ctx, medio);
  if (!result.ok) throw new Error(result.error);
  const { folio } = result.value;
  const { id } = await escenario.db.acuse.findFirstOrThrow({ where: { folio } });
  await printAcuse({ ...ctx, renderAcuse, esDemo: true }, id);
  return folio;
}

async function revisar(args: string[] = []) {
  const nothing = Object.fromEntries(Object.keys(VARIABLES).map((name) => [name, '']));
  const env = { ...process.env, ...nothing, NODE_OPTIONS: '', DATABASE_URL: testDatabaseUrl() };
  return promisify(execFile)(process.execPath, ['src/cli/acuses-revisar.mjs', ...args], { cwd: ROOT, env }).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    ({ code, stdout }) => ({ code, said: stdout }),
  );
}

const PENA = { rfc: 'PEMR800101AA1', nombre: 'ROSA PEÑA MUÑOZ' };
const NORMA = { rfc: 'LANN800101AA1', nombre: 'NORMA LAMINAS NIÑO' };

describe('npm run acuses:revisar', () => {
  it('finds those that a process printed after a composed letter, says what they lack, and ends with 1', async () => {
    const before = await startPrinting('before');
    const folio = await issue(await escenario.enter(NORMA.rfc, NORMA), 'norma@correo.example', before);
    await issue(await escenario.enter(PENA.rfc, PENA), 'rosa@correo.example', await startPrinting('now'));
    const { code, said } = await revisar();
    expect(said).toMatch(
      new RegExp(`^${folio} registro: \\d+ letras sin texto; no se copia completo: RFC, nombre$`, 'm'),
    );
    expect(said).toContain('/verificar');
    expect(code).toBe(1);
  });

  it('finds none of those that are printed now, and changes nothing', async () => {
    const now = await startPrinting('now');
    const titular = await escenario.enter(PENA.rfc, PENA);
    for (let n = 0; n < 5; n++) await issue(titular, `rosa${n}@correo.example`, now);
    const stored = await escenario.db.acuseDocumento.findMany({ orderBy: { acuseId: 'asc' } });
    expect(await revisar()).toEqual({ code: 0, said: 'Acuses leídos: 5. Con texto incompleto: 0.\n' });
    expect(await escenario.db.acuseDocumento.findMany({ orderBy: { acuseId: 'asc' } })).toEqual(stored);
  });

  it('names one whose stored bytes are no document, and goes on', async () => {
    const now = await startPrinting('now');
    const titular = await escenario.enter(PENA.rfc, PENA);
    const folio = await issue(titular, 'rosa@correo.example', now);
    await issue(titular, 'otra@correo.example', now);
    await alterarDatos(
      `UPDATE acuse_documento SET pdf = 'x' WHERE acuse_id = (SELECT id FROM acuse WHERE folio = '${folio}')`,
    );
    const fallas: DocumentoConFalla[] = [];
    const leidos = await reviewDocumentos({ db: escenario.db, readTexto }, (falla) => fallas.push(falla));
    expect(leidos).toBe(2);
    const partes = ['rfc', 'nombre', 'folio', 'cadenaOriginal', 'sello'];
    expect(fallas).toEqual([{ folio, tipo: 'REGISTRO', letras: 0, partes }]);
  });
});
