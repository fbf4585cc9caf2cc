import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, type Page } from '@playwright/test';
import { waitForEnlace } from '../support/bandeja.ts';
import { ingresar, ingresarComoSoporte } from '../support/ingresar.ts';
import { registrarMedio, registrarMedioDeRegistros } from '../support/medios.ts';
import { renewPortal, test } from '../support/navegador.ts';
import { presentarAclaracion } from '../support/presentar.ts';

// Data of its own: what it registers counts towards the limits of others' titulares.
renewPortal();

const APP = fileURLToPath(new URL('../../src/app', import.meta.url));
const VALORES = ['constructor', '__proto__', 'toString', '%00', ''];

interface Pagina {
  ruta: string;
  nombres: string[];
}

/** Every page with the names that it reads from its address, as its code says. */
const PAGINAS: Pagina[] = readdirSync(APP, { recursive: true, encoding: 'utf8' }).flatMap((entry) => {
  const file = entry.replaceAll('\\', '/');
  if (!/(^|\/)page\.tsx$/.test(file)) return [];
  const [, nombres] = /parseBusqueda\(searchParams, \[([^\]]*)\]/.exec(readFileSync(`${APP}/${file}`, 'utf8')) ?? [];
  const ruta = `/${file.replace(/\/?page\.tsx$/, '')}`.replace(/\/\([^)]+\)/g, '');
  return nombres ? [{ ruta, nombres: nombres.match(/\w+/g) ?? [] }] : [];
});

test('ninguna dirección, por rara que sea, hace fallar al portal', async ({ page, portal, efirma, otroNavegador }) => {
  test.setTimeout(300_000);
  const correo = 'raro@direcciones.example';
  await ingresar(page, await efirma('moral-tres-registros'));
  const folio = await registrarMedio(page, 'Correo Electrónico', correo);
  const deRegistros = await registrarMedioDeRegistros(page, 'Teléfono', '5598760011');
  const aclaracion = await presentarAclaracion(page, 'No encuentro dónde firmar la solicitud.');
  const token = (await waitForEnlace(portal.url, correo)).split('/').at(-1) ?? '';
  const soporte = await (await otroNavegador()).newPage();
  await ingresarComoSoporte(soporte, await efirma('soporte-supervision'));
  await soporte.goto(`/soporte/folios/${folio}`);
  const titular = await soporte.locator('a[href^="/soporte/titulares/"]').first().getAttribute('href');

  const direccionDe = (ruta: string) =>
    ruta
      .replace('/aclaraciones/[folio]', `/aclaraciones/${aclaracion}`)
      .replace('[folio]/registros-patronales', `${deRegistros}/registros-patronales`)
      .replace('/soporte/titulares/[id]', titular?.split('#')[0] ?? '')
      .replace('[folio]/[tipo]', `${folio}/registro`)
      .replace('[folio]', folio)
      .replace('[token]', token);
  expect(PAGINAS.length).toBeGreaterThan(20);
  for (const { ruta, nombres } of PAGINAS) {
    const quien = ruta.startsWith('/soporte') ? soporte : page;
    const direccion = direccionDe(ruta);
    expect(direccion).not.toContain('[');
    for (const busqueda of busquedasDe(nombres)) await pedir(quien, `${direccion}?${busqueda}`);
  }
});

/** Each value in all the names at once; each name alone twice. */
function busquedasDe(nombres: string[]): string[] {
  const enTodos = VALORES.map((valor) => nombres.map((nombre) => `${nombre}=${valor}`).join('&'));
  const dosVeces = nombres.map((nombre) => `${nombre}=a&${nombre}=b`);
  return [...enTodos, ...dosVeces, 'constructor=a&__proto__=b', '__proto__=a&__proto__=b'];
}

async function pedir(quien: Page, direccion: string): Promise<void> {
  const answer = await quien.request.get(direccion);
  expect(answer.status(), direccion).toBeLessThan(500);
}
