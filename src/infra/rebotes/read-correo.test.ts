import { expect, it } from 'vitest';
import { readCorreo } from './read-correo.ts';

it.each([
  ['nothing', ''],
  ['a head without an end', `Subject: ${'x'.repeat(2_000_000)}`],
  ['a mail of somebody else', 'Content-Type: text/html\n\n<p>Hola'],
  ['no mail', '\u0000\u0001%PDF-1.7'],
])('%s is no mail of ours', async (_, text) => {
  expect(await readCorreo(Buffer.from(text))).toBeNull();
});
