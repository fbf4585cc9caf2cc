import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import {
  findEscrito,
  forgetEnviados,
  forgetEscrito,
  forgetVencidos,
  keepEnviados,
  keepEscrito,
  noteEnvio,
} from './escritos.ts';

const SUYO = 'una-marca aclaracion';
const TEXTO = [['texto', 'Mi acuse no abre; soy Ñandú.']] as const;
const DIA_MS = 24 * 3_600_000;
let guardado: Record<string, string>;

beforeEach(() => {
  guardado = {};
  vi.stubGlobal('localStorage', storageOver(guardado));
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('gives back what was written to whoever wrote it, and says since when', async () => {
  const desde = new Date();
  await keepEscrito(SUYO, TEXTO);
  expect(await findEscrito(SUYO)).toEqual({ desde, escrito: TEXTO });
});

it('gives it to nobody else, nor for another form, nor for another folio', async () => {
  await keepEscrito(SUYO, TEXTO);
  for (const ajeno of ['otra-marca aclaracion', 'una-marca nota', ' aclaracion', ''])
    expect(await findEscrito(ajeno), ajeno).toBeNull();
});

it('has neither the words nor whose they are in the storage of the browser', async () => {
  await keepEscrito(SUYO, TEXTO);
  const all = JSON.stringify(guardado);
  for (const word of ['acuse', 'Ñandú', 'una-marca', 'aclaracion', 'texto']) expect(all).not.toContain(word);
});

it('keeps it for less than a day, whoever’s it is, and drops what is none', async () => {
  await keepEscrito(SUYO, TEXTO);
  guardado['borrador-roto'] = '{';
  guardado.ajeno = 'de otro programa';
  vi.setSystemTime(Date.now() + DIA_MS - 1);
  expect(await findEscrito(SUYO)).not.toBeNull();
  vi.setSystemTime(Date.now() + 1);
  expect(await findEscrito(SUYO)).toBeNull();
  forgetVencidos();
  expect(Object.keys(guardado)).toEqual(['ajeno']);
});

it('forgets also what is still being written', async () => {
  const late = keepEscrito(SUYO, TEXTO);
  await forgetEscrito(SUYO);
  await late;
  expect(guardado).toEqual({});
});

it('forgets what was sent once a page follows, and keeps it where an error does', async () => {
  await keepEscrito(SUYO, TEXTO);
  noteEnvio(SUYO);
  keepEnviados();
  forgetEnviados();
  expect(await findEscrito(SUYO)).not.toBeNull();
  noteEnvio(SUYO);
  forgetEnviados();
  await vi.waitFor(() => expect(guardado).toEqual({}));
});

it('is of no consequence where a browser refuses its storage', async () => {
  vi.stubGlobal('localStorage', undefined);
  await keepEscrito(SUYO, TEXTO);
  expect(await findEscrito(SUYO)).toBeNull();
});

/** What of `Storage` is used, whose names are its own properties as in a browser. */
function storageOver(values: Record<string, string>): Record<string, string> {
  const methods = {
    getItem: (name: string) => values[name] ?? null,
    setItem: (name: string, value: string) => {
      values[name] = value;
    },
    removeItem: (name: string) => {
      delete values[name];
    },
  };
  return new Proxy(values, {
    get: (target, name: string) => (name in methods ? methods[name as 'getItem'] : target[name]) as string,
  });
}
