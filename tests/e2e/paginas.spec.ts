import { expect } from '@playwright/test';
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

for (const { ruta, titulo } of PAGINAS) {
  test(`cualquiera puede leer ${ruta}`, { tag: '@telefono' }, async ({ page }) => {
    await page.goto(ruta);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(titulo);
    await expect(page.getByText('No es un servicio oficial del IMSS')).toBeVisible();
    await mirar(page, `pagina ${ruta.replaceAll('/', ' ').trim() || 'inicio'}`);
  });
}

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
