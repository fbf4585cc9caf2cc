import { expect, it } from 'vitest';
import { cpuMs } from '../architecture/cpu.ts';
import { importsOf } from '../architecture/imports.ts';
import { isTest, listSources } from '../architecture/source.ts';
import { juzgar, LIMITE_MS } from './juzgar.ts';
import type { Lector } from './lector.ts';
import { probarLector } from './probar-lector.ts';
import { listNombres, runFuzz } from './run-fuzz.ts';

const VECES = 400;
/** Of each reader, where a machine is slow: what was read by then was read well. */
const MS = 2_000;

it('no reader throws, hangs or takes long, whatever it is given', async () => {
  const nombres = listNombres();
  const ms = MS * nombres.length;
  const filas = await runFuzz({
    semilla: 20,
    ms,
    veces: VECES,
    conPortal: false,
    conLoDeFuera: false,
    progress: () => undefined,
  });
  expect(filas.map(({ nombre }) => nombre).sort()).toEqual([...nombres].sort());
  expect(filas.filter(({ falla }) => falla).map(({ nombre, falla }) => `${nombre}: ${falla?.motivo}`)).toEqual([]);
  expect(Math.min(...filas.map(({ veces }) => veces))).toBeGreaterThan(10);
});

const make = (read: Lector['read']): Lector => ({ nombre: 'x', corpus: 'textos/datos.txt', maximo: 10_000, read });

it('finds a reader that throws, with the smallest input, and the same one for the same seed', async () => {
  const bad = make((text: string) => {
    if (text.includes('<script>')) throw new TypeError('no lo dije');
  });
  const prueba = { semilla: 3, veces: 5_000, ms: 20_000, conLoDeFuera: false, pendiente: null, tell: () => undefined };
  const [one, other] = [await probarLector(bad, prueba), await probarLector(bad, prueba)];
  expect(one.falla?.motivo).toContain('no lo dije');
  expect(one.falla?.entrada.toString('utf16le')).toContain('<script>');
  expect(other.falla?.entrada).toEqual(one.falla?.entrada);
});

it('finds one that takes long, and takes no documented error for a fault', async () => {
  const slow = make(() => {
    const until = cpuMs() + 2 * LIMITE_MS;
    while (cpuMs() < until);
  });
  await expect(juzgar(slow, 'x')).rejects.toThrow('ms de procesador');
  const says = make(() => {
    throw new RangeError('así lo dice');
  });
  await expect(juzgar({ ...says, fallas: [RangeError] }, 'x')).resolves.toBeUndefined();
  await expect(juzgar(says, 'x')).rejects.toThrow('así lo dice');
});

/** Files whose readers are given nothing from outside, and why. */
const DE_CASA: Record<string, string> = {
  'src/app/_request/comprobante.ts': 'by parseFolio and parseCheckValue, and an expression of one length',
  'src/app/_server/cookies.ts': 'a cookie that next-auth decodes: requests to the portal carry it',
  'src/demo/autoridad/ensure-efirmas-de-demo.ts': 'what the demo has written',
  'src/infra/pdf/read-texto.ts': 'documents that this portal made, by the one who asks',
  'src/infra/sello/certificado-de-sello.ts': 'a setting',
};

it('every file with a reader of a text or of bytes is reached by one of them', () => {
  const READER = /^export (?:async )?function (?:read|parse|judge)[A-Z]\w*\(\s*\w+: (?:string|Uint8Array|Buffer)\b/m;
  const all = listSources(['src', 'tests/fuzz'], { tests: true });
  const reached = new Set<string>();
  const reach = (path: string) => {
    if (reached.has(path)) return;
    reached.add(path);
    const source = all.find((each) => each.path === path);
    for (const { file, isType } of source ? importsOf(source) : []) if (file && !isType) reach(file);
  };
  for (const path of ['tests/fuzz/lectores-de-bytes.ts', 'tests/fuzz/lectores-de-textos.ts']) reach(path);
  const readers = all.filter(({ path, text }) => path.startsWith('src/') && !isTest(path) && READER.test(text));
  expect(readers.length).toBeGreaterThan(30);
  const missing = readers.map(({ path }) => path).filter((path) => !reached.has(path));
  expect(missing).toEqual(Object.keys(DE_CASA));
});
