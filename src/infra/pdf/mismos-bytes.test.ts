import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { DOCUMENTOS, type Impresoras } from '../../../tests/support/acuse/documentos.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const NAMES = Object.keys(DOCUMENTOS);
const PRINT_ONE = `
  import { createHash } from 'node:crypto';
  import { renderAcuse } from '#infra/pdf/render-acuse.ts';
  import { renderFolio } from '#infra/pdf/render-folio.ts';
  import { DOCUMENTOS } from './tests/support/acuse/documentos.ts';
  const pdf = await DOCUMENTOS[process.env.DOCUMENTO]({ renderAcuse, renderFolio });
  console.log(createHash('sha256').update(pdf).digest('hex'));`;

/** Of a process that prints nothing else. */
async function printAlone(name: string): Promise<string> {
  const args = ['--import', 'tsx', '--input-type=module', '--eval', PRINT_ONE];
  const env = { ...process.env, DOCUMENTO: name };
  return (await promisify(execFile)(process.execPath, args, { cwd: ROOT, env })).stdout.trim();
}

/** As in a process that has printed nothing yet. */
async function start(): Promise<Impresoras> {
  vi.resetModules();
  const [{ renderAcuse }, { renderFolio }] = await Promise.all([
    import('./render-acuse.ts'),
    import('./render-folio.ts'),
  ]);
  return { renderAcuse, renderFolio };
}

async function print(name: string, impresoras: Impresoras): Promise<string> {
  const pdf = await (DOCUMENTOS[name] as (by: Impresoras) => Promise<Buffer>)(impresoras);
  return createHash('sha256').update(pdf).digest('hex');
}

describe('the bytes of a document', () => {
  const first = new Map<string, string>();
  beforeAll(async () => {
    for (const name of NAMES) first.set(name, await print(name, await start()));
  });

  it.each(['solicitud-con-representante', 'folio'])(
    'are those of another process: %s',
    async (name) => expect(await printAlone(name)).toBe(first.get(name)),
    60_000,
  );

  it('are the same whatever was printed before, in any order', async () => {
    const orders = fc.shuffledSubarray(NAMES, { minLength: NAMES.length });
    await fc.assert(
      fc.asyncProperty(orders, async (order) => {
        const impresoras = await start();
        for (const name of order) expect(await print(name, impresoras), name).toBe(first.get(name));
      }),
      { numRuns: 8 },
    );
  });
});
