import { expect } from '@playwright/test';
import { ingresar } from '../support/ingresar.ts';
import { mirar } from '../support/mirar.ts';
import { test } from '../support/navegador.ts';

const PAGINAS = [
  { ruta: '/', titulo: 'Activa tu Buzón IMSS' },
  { ruta: '/ingresar', titulo: 'Firma digital' },
  { ruta: '/ayuda', titulo: 'Ayuda' },
  { ruta: '/aviso-de-privacidad', titulo: 'Aviso de privacidad' },
  { ruta: '/accesibilidad', titulo: 'Accesibilidad' },
  { ruta: '/registro', titulo: 'Registro público de hechos' },
  { ruta: '/demo', titulo: 'Demostración' },
  { ruta: '/demo/bandeja', titulo: 'Bandeja de demostración' },
] as const;

const SOLO_SE_LEEN = ['/', '/ayuda', '/aviso-de-privacidad', '/accesibilidad', '/registro', '/ayuda?de=un-correo'];

for (const { ruta, titulo } of PAGINAS) {
  test(`cualquiera puede leer ${ruta}`, { tag: '@telefono' }, async ({ page }) => {
    await page.goto(ruta);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(titulo);
    await expect(page.getByText('No es un servicio oficial del IMSS')).toBeVisible();
    await mirar(page, `pagina ${ruta.replaceAll('/', ' ').trim() || 'inicio'}`);
  });
}

test('lo que sólo se lee llega sin programas, y con ellos a quien tiene algo que presionar ahí', async ({
  page,
  request,
  efirma,
}) => {
  const programas = async (quien: typeof request, ruta: string) =>
    (await (await quien.get(ruta)).text()).match(/<script|as="script"/g)?.length ?? 0;
  for (const ruta of SOLO_SE_LEEN) expect(await programas(request, ruta), ruta).toBe(0);
  for (const ruta of ['/ingresar', '/verificar', '/demo'])
    expect(await programas(request, ruta), ruta).toBeGreaterThan(9);
  await ingresar(page, await efirma('fisica-con-enie'));
  for (const ruta of SOLO_SE_LEEN) expect(await programas(page.request, ruta), ruta).toBeGreaterThan(9);
});

test('una dirección que no existe lo dice y ofrece por dónde seguir', async ({ page, quejas }) => {
  const answer = await page.goto('/no-existe');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('main').getByRole('link').first()).toBeVisible();
  await mirar(page, 'pagina que no existe');
  expect(quejas.splice(0)).toEqual([expect.stringContaining('404')]);
});

test('quien llega con otro nombre del portal sigue en su dirección', async ({ page, portal }) => {
  const otra = new URL('/ayuda', portal.url);
  otra.hostname = '127.0.0.1';
  await page.goto(otra.href);
  await expect(page).toHaveURL(`${portal.url}/ayuda`);
});
