import { expect, it } from 'vitest';
import { mendAddress, mendState } from './mend-address.ts';

it.each([
  ['/verificar/%E0%A4%A/registro?v=A', '/direccion-mal-escrita'],
  ['/soporte/folios/%', '/direccion-mal-escrita'],
  [`/validar/correo/${'aB3_-x'.repeat(9)}%A0?a=1`, `/validar/correo/${'aB3_-x'.repeat(9)}`],
  ['/validar/correo/corto%A0', '/direccion-mal-escrita'],
  ['/verificar/BI-2026.00000001-52/registro?v=%E0%A4%A', '/verificar/BI-2026.00000001-52/registro?v=%E0%A4%A'],
  ['/verificar/%C3%B1', '/verificar/%C3%B1'],
  ['http://mal.example/buzon?a=1', '/buzon?a=1'],
  ['HTTPS://mal.example', '/'],
  ['/ayuda?a=http://otro.example/x', '/ayuda?a=http://otro.example/x'],
])('%s is asked as %s', (url, asked) => {
  const request = { url };
  mendAddress(request);
  expect(request.url).toBe(asked);
});

it.each([
  ['%5B%22%22%2C%7B%7D%5D', true],
  ['%5B%22%22%5D', false],
  ['x', false],
  ['%E0%A4%A', false],
  ['%5B'.repeat(20_000), false],
])('the state %.20s of a page is handed on: %s', (state, isKept) => {
  const headers = { 'next-router-state-tree': state };
  mendState({ headers });
  expect('next-router-state-tree' in headers).toBe(isKept);
});
