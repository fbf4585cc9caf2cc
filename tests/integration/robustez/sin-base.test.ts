import { type Browser, chromium } from '@playwright/test';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildFolio } from '#domain/folio.ts';
import { ROUTES } from '../../architecture/routes.ts';
import { findChromium } from '../../support/chromium.ts';
import { downloadEfirma } from '../../support/efirma-de-demo.ts';
import { ingresar, ingresarComoSoporte } from '../../support/ingresar.ts';
import { registrarMedio } from '../../support/medios.ts';
import { type Portal, startPortal } from '../../support/portal.ts';
import { type BasePropia, startBasePropia } from './base-propia.ts';

const CORREO = 'ana@correo.example';

let browser: Browser;
let portal: Portal;
let base: BasePropia;
const cookies: Record<string, string> = {};
beforeAll(async () => {
  browser = await chromium.launch(await findChromium());
  base = await startBasePropia();
  portal = await startPortal({ DATABASE_URL: base.url });
  for (const [quien, slug] of [
    ['titular', 'moral-tres-registros'],
    ['soporte', 'soporte-supervision'],
  ] as const) {
    const context = await browser.newContext({ baseURL: portal.url });
    const page = await context.newPage();
    const efirma = await downloadEfirma(portal.url, slug);
    if (quien === 'titular') {
      await ingresar(page, efirma);
      await registrarMedio(page, 'Correo Electrónico', CORREO);
    } else await ingresarComoSoporte(page, efirma);
    cookies[quien] = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    await context.close();
  }
  await base.stop();
});
afterAll(async () => {
  await browser?.close();
  await portal?.stop();
  await base?.remove();
});

const VALUES: Record<string, string> = {
  folio: buildFolio(2026, 1),
  tipo: 'registro',
  numero: '1',
  id: '7f0c9e1a-0000-4000-8000-000000000001',
  token: 'a'.repeat(54),
  archivo: 'moral-tres-registros.zip',
  slug: 'moral-tres-registros',
  '...nextauth': 'csrf',
};
/** What these do without a database, and why; of the others those for somebody, or about something, cannot be had. */
const WITHOUT: Record<string, number> = {
  '/api/auth/[...nextauth]': 200,
  '/api/metricas': 200,
  '/api/salud/listo': 503,
  '/api/salud/vivo': 200,
  '/api/twilio/estado': 405,
  '/salir': 405,
  '/demo/bandeja/[id]': 404,
  '/registro': 503,
  '/registro/[prueba]': 503,
  '/buzon/medios-de-contacto/nuevo/registros-patronales/sin-cupo.csv': 405,
  '/validar/correo/[token]/abierto': 405,
};
const LIMITED = [
  '/verificar/[folio]/[tipo]',
  '/verificar/[folio]/[tipo]/evidencia.zip',
  '/validar/correo/[token]',
  '/confirmar/[token]',
];

function expectedOf(ruta: string): number {
  const { quien } = ROUTES[ruta] ?? {};
  return WITHOUT[ruta] ?? (quien === 'titular' || quien === 'soporte' || LIMITED.includes(ruta) ? 503 : 200);
}

function ask(ruta: string): Promise<Response> {
  const path = ruta.replace(/\[(.*?)\]/g, (_, name: string) => VALUES[name] ?? name);
  const cookie = cookies[ROUTES[ruta]?.quien ?? ''] ?? '';
  const query = ruta.startsWith('/verificar/') ? '?v=AAAAAAAAAA' : '';
  return fetch(portal.url + path + query, { headers: { cookie, accept: 'text/html' }, redirect: 'manual' });
}

it('without its database every address answers with what it can, or with a page that needs no script', async () => {
  const wrong: string[] = [];
  for (const ruta of Object.keys(ROUTES)) {
    const answer = await ask(ruta);
    const text = await answer.text();
    const id = answer.headers.get('x-request-id') ?? 'ninguno';
    if (answer.status !== expectedOf(ruta)) wrong.push(`${ruta}: ${answer.status}`);
    if (!/^[\da-f-]{36}$/.test(id)) wrong.push(`${ruta}: x-request-id ${id}`);
    if (answer.status !== 503 || ruta === '/api/salud/listo') continue;
    for (const part of ['<html lang="es-MX"', 'role="alert"', 'Vuelve en unos minutos', `<code>${id}</code>`])
      if (!text.includes(part)) wrong.push(`${ruta}: ${part}`);
    if (!(Number(answer.headers.get('retry-after')) > 0)) wrong.push(`${ruta}: Retry-After`);
    if (text.includes('<script')) wrong.push(`${ruta}: script`);
  }
  expect(wrong).toEqual([]);
});

it('each line of it is JSON but those of the start, and none holds anybody’s data', async () => {
  const [start = '', rest = ''] = portal.output().split('Ctrl-C lo detiene.\n');
  expect(start).toContain('Buzón está listo');
  const lines = rest.split('\n').filter((line) => line !== '');
  expect(lines.length).toBeGreaterThan(50);
  expect(lines.filter((line) => !/^\{.*\}$/.test(line))).toEqual([]);
  const about = lines.map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ msg }) => msg === 'request');
  expect(
    about.filter(
      ({ requestId, ruta, status, ms, actor }) => ![requestId, ruta, status, ms, actor].every((x) => x !== undefined),
    ),
  ).toEqual([]);
  expect(new Set(about.map(({ actor }) => actor))).toContain('SOPORTE');
  const data = /ana@|correo\.example|[A-ZÑ&]{3,4}\d{6}[A-Z\d]{3}|BI-\d{4}|a{54}|contrase|-----BEGIN/;
  expect(lines.filter((line) => data.test(line))).toEqual([]);
});
