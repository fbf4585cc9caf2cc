import { expect, it } from 'vitest';
import { requiresTls } from './correo.ts';

it.each([
  ['smtp://buzon:secreto@relay.example:587', true],
  ['smtp://relay.example:25', false],
  ['smtps://buzon:secreto@relay.example:465', false],
  ['smtp://buzon:secreto@127.0.0.1:2525', false],
  ['smtp://buzon:secreto@[::1]:2525', false],
])('a password crosses no network in clear: %s requires STARTTLS: %s', (url, expected) => {
  expect(requiresTls(url)).toBe(expected);
});
