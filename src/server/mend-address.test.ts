import { expect, it } from 'vitest';
import { mendAddress } from './mend-address.ts';

it.each([
  ['/verificar/%E0%A4%A/registro?v=A', '/direccion-mal-escrita'],
  ['/soporte/folios/%', '/direccion-mal-escrita'],
  ['/verificar/BI-2026.00000001-52/registro?v=%E0%A4%A', '/verificar/BI-2026.00000001-52/registro?v=%E0%A4%A'],
  ['/verificar/%C3%B1', '/verificar/%C3%B1'],
])('%s is asked as %s', (url, asked) => {
  const request = { url };
  mendAddress(request);
  expect(request.url).toBe(asked);
});
