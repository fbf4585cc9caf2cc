import { expect, type Page } from '@playwright/test';
import { listFiles } from '../architecture/source.ts';
import { waitForEnlace } from '../support/bandeja.ts';
import { ingresar, ingresarComoSoporte } from '../support/ingresar.ts';
import { registrarMedio, registrarMedioDeRegistros } from '../support/medios.ts';
import { renewPortal, test } from '../support/navegador.ts';
import { presentarAclaracion } from '../support/presentar.ts';

// Data of its own: what it registers counts towards the limits of others' titulares.
renewPortal();
test.use({ quejasEsperadas: [/404 \(Not Found\)/] });

/** The heading says how the Buzón is; the title, where one is. */
const POR_SU_ESTADO = ['/buzon'];

interface Folios {
  folio: string;
  deRegistros: string;
  aclaracion: string;
  token: string;
}
const ID = '019a0000-0000-7000-8000-000000000000';

/** Every page with an address of it. */
const PAGINAS = ({ folio, deRegistros, aclaracion, token }: Folios): Record<string, string> => ({
  '/': '/',
  '/accesibilidad': '/accesibilidad',
  '/aviso-de-privacidad': '/aviso-de-privacidad',
  '/ayuda': '/ayuda',
  '/buzon': '/buzon',
  '/buzon/aclaraciones': '/buzon/aclaraciones',
  '/buzon/aclaraciones/[folio]': `/buzon/aclaraciones/${aclaracion}`,
  '/buzon/aclaraciones/nueva': '/buzon/aclaraciones/nueva',
  '/buzon/activacion': '/buzon/activacion',
  '/buzon/acuses': '/buzon/acuses',
  '/buzon/comunicados': '/buzon/comunicados',
  '/buzon/medios-de-contacto': '/buzon/medios-de-contacto',
  '/buzon/medios-de-contacto/[folio]/eliminar': `/buzon/medios-de-contacto/${folio}/eliminar`,
  '/buzon/medios-de-contacto/[folio]/registros-patronales': `/buzon/medios-de-contacto/${deRegistros}/registros-patronales`,
  '/buzon/medios-de-contacto/nuevo': '/buzon/medios-de-contacto/nuevo',
  '/buzon/medios-de-contacto/nuevo/registros-patronales': '/buzon/medios-de-contacto/nuevo/registros-patronales',
  '/buzon/promociones-electronicas': '/buzon/promociones-electronicas',
  '/buzon/representantes': '/buzon/representantes',
  '/buzon/representantes/[folio]': `/buzon/representantes/${folio}`,
  '/buzon/sesiones': '/buzon/sesiones',
  '/clientes': '/clientes',
  '/clientes/pedir': '/clientes/pedir',
  '/confirmar/[token]': `/confirmar/${'A'.repeat(54)}`,
  '/demo': '/demo',
  '/demo/bandeja': '/demo/bandeja',
  '/demo/ingresar/[slug]': '/demo/ingresar/moral-tres-registros',
  '/ingresar': '/ingresar',
  '/registro': '/registro',
  '/soporte': '/soporte',
  '/soporte/aclaraciones': '/soporte/aclaraciones',
  '/soporte/aclaraciones/[folio]': `/soporte/aclaraciones/${aclaracion}`,
  '/soporte/consultas': '/soporte/consultas',
  '/soporte/equipo': '/soporte/equipo',
  '/soporte/equipo/firma': `/soporte/equipo/firma?miembro=${ID}`,
  '/soporte/folios/[folio]': `/soporte/folios/${folio}`,
  '/soporte/folios/[folio]/registros-patronales': `/soporte/folios/${deRegistros}/registros-patronales`,
  '/soporte/ingresar': '/soporte/ingresar',
  '/soporte/sesiones': '/soporte/sesiones',
  '/soporte/tablero': '/soporte/tablero',
  '/soporte/titulares/[id]': `/soporte/titulares/${ID}`,
  '/validar/correo/[token]': `/validar/correo/${token}`,
  '/verificar': '/verificar',
  '/verificar/[folio]/[tipo]': `/verificar/${folio}/registro?v=AAAAAAAAAA`,
});

test('cada página tiene un título suyo, que es su encabezado, y con un error empieza por «Error:»', async ({
  page,
  portal,
  efirma,
  otroNavegador,
}) => {
  const consola = await (await otroNavegador()).newPage();
  await ingresarComoSoporte(consola, await efirma('soporte-supervision'));
  await ingresar(page, await efirma('moral-tres-registros'));
  const correo = 'titulos@espiga.example';
  const folio = await registrarMedio(page, 'Correo Electrónico', correo);
  const token = (await waitForEnlace(portal.url, correo)).split('/').at(-1) ?? '';
  const deRegistros = await registrarMedioDeRegistros(page, 'Teléfono', '5598767001');
  const aclaracion = await presentarAclaracion(page, 'Una duda');
  const paginas = PAGINAS({ folio, deRegistros, aclaracion, token });
  expect(Object.keys(paginas).sort(), 'las páginas que existen').toEqual(routesOfPages());

  await test.step('uno distinto cada una', async () => {
    const porTitulo = new Map<string, string>();
    for (const [ruta, direccion] of Object.entries(paginas)) {
      const de = ruta.startsWith('/soporte') && ruta !== '/soporte/ingresar' ? consola : page;
      const answer = await de.request.get(direccion);
      const html = await answer.text();
      const titulo = textOf(html, 'title');
      expect(titulo, ruta).toMatch(/Buzón/);
      expect(porTitulo.get(titulo), `${ruta}: «${titulo}»`).toBeUndefined();
      porTitulo.set(titulo, ruta);
      if (answer.status() === 200 && !POR_SU_ESTADO.includes(ruta)) expect(titulo, ruta).toContain(textOf(html, 'h1'));
    }
  });

  await test.step('con un error lo dice primero', async () => {
    for (const [direccion, hacer] of CON_ERROR(folio)) await expectError(page, direccion, hacer);
    for (const direccion of ['/soporte?sin=permiso', `/soporte/folios/${folio}?error=DEMASIADAS_PETICIONES`])
      await expectError(consola, direccion);
  });

  await test.step('y corregido deja de decirlo', async () => {
    await page.goto('/buzon/medios-de-contacto/nuevo');
    const titulo = await page.title();
    await pulsar('Guardar')(page);
    await expect(page).toHaveTitle(`Error: ${titulo}`);
    await page.getByLabel('Mecanismo de Comunicación', { exact: true }).selectOption({ index: 1 });
    await page.getByLabel('Medio de Contacto', { exact: true }).fill('bien@titulo.example');
    await pulsar('Guardar')(page);
    await expect(page.getByRole('dialog')).toBeVisible();
    await expect(page).toHaveTitle(titulo);
  });
});

const pulsar = (nombre: string) => (page: Page) => page.getByRole('button', { name: nombre, exact: true }).click();

/** Pages with what brings an error: by their address, or by a press. */
const CON_ERROR = (folio: string): [direccion: string, hacer?: (page: Page) => Promise<void>][] => [
  ['/buzon?sesion=otra'],
  ['/buzon/medios-de-contacto?error=REENVIO_ESPERA&segundos=30'],
  ['/buzon/medios-de-contacto?error=BAJA_NO_PROCEDE'],
  ['/buzon/medios-de-contacto/nuevo', pulsar('Guardar')],
  ['/buzon/medios-de-contacto/nuevo/registros-patronales', pulsar('Guardar')],
  ['/buzon/aclaraciones/nueva', pulsar('Presentar aclaración')],
  ['/buzon/representantes?nombrar=si', pulsar('Enviar la propuesta')],
  ['/clientes?cerrada=BI-2026.00000000-00'],
  ['/verificar?folio=x&v=y'],
  [`/verificar/${folio}/registro?v=AAAAAAAAAA`],
  [`/validar/correo/${'A'.repeat(54)}`],
  [`/confirmar/${'A'.repeat(54)}`],
];

async function expectError(page: Page, direccion: string, hacer?: (page: Page) => Promise<void>): Promise<void> {
  await page.goto(direccion);
  await hacer?.(page);
  await expect(page, direccion).toHaveTitle(/^Error: /);
  await expect(page.getByRole('main').getByRole('alert').first(), direccion).toBeFocused();
}

/** As tests/architecture/entrances.test.ts reads them from the folders. */
function routesOfPages(): string[] {
  const paths = listFiles('src/app').flatMap((file) => /^src\/app(.*)\/page\.tsx$/.exec(file)?.[1] ?? []);
  return paths.map((path) => path.replace(/\/\([^)]+\)/g, '') || '/').sort();
}

/** The text of the first such element, as a browser reads it. */
function textOf(html: string, tag: 'title' | 'h1'): string {
  const [, inner = ''] = new RegExp(`<${tag}[^>]*>([\\s\\S]*?)</${tag}>`).exec(html) ?? [];
  return inner.replace(/<[^>]*>/g, '').replace(/&#x27;/g, "'");
}
