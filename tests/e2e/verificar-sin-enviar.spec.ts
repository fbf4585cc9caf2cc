import { createHash } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { buildFolio } from '#domain/folio.ts';
import { valorDe } from '#tramites/acuse/find-acuse-verificable.ts';
import { ingresar } from '../support/ingresar.ts';
import { registrarMedio } from '../support/medios.ts';
import { mirar, mirarSinScript } from '../support/mirar.ts';
import { renewPortal, test } from '../support/navegador.ts';

// Data of its own: the last of these scenarios uses up what one address may verify.
renewPortal({ isCallado: false });

interface Acuse {
  folio: string;
  valor: string;
  pdf: Buffer;
}

/** The acuse of a new medio of a titular, as somebody else is given it. */
async function obtenerAcuse(page: Page, correo: string): Promise<Acuse> {
  const folio = await registrarMedio(page, 'Correo Electrónico', correo);
  const pdf = await (await page.request.get(`/buzon/acuses/${folio}/registro`)).body();
  const evidencia = unzipSync(await (await page.request.get(`/verificar/${folio}/registro/evidencia.zip`)).body());
  return { folio, pdf, valor: valorDe(evidencia['sello.sig'] ?? new Uint8Array()) };
}

/** Drops a file beside the marked place, on the title of the page. */
async function soltar(page: Page, archivo: Buffer): Promise<void> {
  await expect(page.getByLabel('PDF del acuse')).toBeEnabled();
  const dataTransfer = await page.evaluateHandle((base64) => {
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    const transfer = new DataTransfer();
    transfer.items.add(new File([bytes], 'acuse.pdf', { type: 'application/pdf' }));
    return transfer;
  }, archivo.toString('base64'));
  await page.getByRole('heading', { level: 1 }).dispatchEvent('dragover', { dataTransfer });
  await mirar(page, 'verificar-archivo-encima');
  await page.getByRole('heading', { level: 1 }).dispatchEvent('drop', { dataTransfer });
}

test('quien suelta un PDF en la página conoce el veredicto, y el archivo no sale de su equipo @telefono', async ({
  page,
  efirma,
  otroNavegador,
}) => {
  await ingresar(page, await efirma('fisica-con-enie'));
  const { pdf, folio } = await obtenerAcuse(page, `soltar-${test.info().project.name}@verificar.example`);
  const otra = await (await otroNavegador()).newPage();
  await otra.goto('/verificar');
  await expect(otra.getByLabel('PDF del acuse')).toBeEnabled();

  const enviado: { method: string; url: string; cuerpo: Buffer | null }[] = [];
  otra.on('request', (request) =>
    enviado.push({ method: request.method(), url: request.url(), cuerpo: request.postDataBuffer() }),
  );
  await soltar(otra, pdf);
  await expect(otra.getByRole('status')).toContainText('El archivo es, byte por byte, el que se emitió.');
  await expect(otra.getByRole('status')).toBeFocused();
  await expect(otra.getByRole('main')).toContainText(folio);

  const huella = createHash('sha256').update(pdf).digest('hex');
  expect(enviado.some(({ url }) => new URL(url).searchParams.get('archivo') === huella)).toBe(true);
  expect(enviado.filter(({ method, cuerpo }) => method !== 'GET' || cuerpo !== null)).toEqual([]);
  expect(enviado.filter(({ url }) => url.length > 500)).toEqual([]);

  await test.step('uno alterado se nota, también soltado junto al veredicto de otro', async () => {
    await soltar(otra, Buffer.concat([pdf, Buffer.from('\n')]));
    await expect(otra.getByRole('alert').filter({ hasText: 'Ese archivo fue alterado' })).toContainText(
      'No lo aceptes',
    );
    await mirar(otra, 'verificar-alterado');
    expect(enviado.filter(({ method }) => method !== 'GET')).toEqual([]);
  });
});

test('sin JavaScript y con puro teclado se verifica con lo impreso', async ({ page, efirma, otroNavegador }) => {
  await ingresar(page, await efirma('fisica-un-registro'));
  const { folio, valor } = await obtenerAcuse(page, 'teclado@verificar.example');

  await test.step('sin JavaScript', async () => {
    const sin = await (await otroNavegador({ javaScriptEnabled: false })).newPage();
    await sin.goto('/verificar');
    await expect(sin.getByLabel('PDF del acuse')).toBeDisabled();
    await expect(sin.getByRole('main')).toContainText('Para comparar el PDF se necesita JavaScript', {
      useInnerText: true,
    });
    await mirarSinScript(sin, 'verificar-sin-javascript');
    await sin.getByLabel('Folio del trámite').fill(folio);
    await sin.getByLabel('Valor de verificación').fill(valor);
    await sin.getByRole('button', { name: 'Verificar', exact: true }).click();
    await expect(sin.getByRole('status')).toContainText('El acuse es auténtico');
  });

  await test.step('con el teclado, y un folio mal copiado lleva al campo', async () => {
    const otra = await (await otroNavegador()).newPage();
    await otra.goto('/verificar');
    await otra.getByLabel('Folio del trámite').focus();
    await otra.keyboard.type(`${folio.slice(0, -1)}${(Number(folio.at(-1)) + 1) % 10}`);
    await otra.keyboard.press('Tab');
    await otra.keyboard.type(valor);
    await otra.keyboard.press('Enter');
    const error = otra.getByRole('alert').filter({ hasText: 'No se pudo verificar' });
    await expect(error).toBeFocused();
    await mirar(otra, 'verificar-folio-mal-escrito');
    await otra.keyboard.press('Tab');
    await otra.keyboard.press('Enter');
    await expect(otra.getByLabel('Folio del trámite')).toBeFocused();
    await expect(otra.getByLabel('Valor de verificación')).toHaveValue(valor);
    await otra.getByLabel('Folio del trámite').fill(folio);
    await otra.keyboard.press('Enter');
    await expect(otra.getByRole('status')).toBeFocused();
    await expect(otra.getByRole('status')).toContainText('El acuse es auténtico');
  });
});

test('lo que no se encuentra se ve igual, y demasiadas preguntas se detienen con un mensaje', async ({
  page,
  efirma,
  otroNavegador,
}) => {
  await ingresar(page, await efirma('moral-con-ampersand'));
  const { folio, valor } = await obtenerAcuse(page, 'limite@verificar.example');
  const { request } = await otroNavegador();

  await test.step('un folio que existe, uno que no, y otro tipo dan la misma página', async () => {
    const ask = async (each: string, tipo: string, v: string) => {
      const answer = await request.get(`/verificar/${each}/${tipo}?v=${v}`);
      const { date: _, 'x-request-id': id = '', ...headers } = answer.headers();
      const nonce = /nonce-([^']+)'/.exec(headers['content-security-policy'] ?? '')?.[1] ?? '';
      const all = JSON.stringify({ headers, text: await answer.text() });
      // The hour of the demo's clock stands on each page, and the folio of the hint may be the one that exists.
      const own = [/\$D[\d:.TZ-]+/g, /BI-2026\.00000001-52/g, each, tipo, v, nonce, id];
      const what = own.reduce<string>((text, part) => text.replaceAll(part, '·'), all);
      return { status: answer.status(), what };
    };
    const existe = await ask(folio, 'registro', 'AAAAAAAAAA');
    expect(existe.status).toBe(404);
    const otroTipo = await ask(folio, 'baja', valor);
    for (const ninguno of [buildFolio(2026, 99_999_999), 'BI-2026.99999999-67']) {
      expect(await ask(ninguno, 'registro', 'AAAAAAAAAA')).toEqual(existe);
      expect(await ask(ninguno, 'baja', 'AAAAAAAAAA')).toEqual(otroTipo);
    }
  });

  await test.step('una dirección mal hecha no rompe nada', async () => {
    for (const search of ['folio=a&folio=b&v=c', 'archivo=a&archivo=b', 'v=', 'folio=%00', `folio=${'9'.repeat(3000)}`])
      expect((await request.get(`/verificar?${search}`)).status(), search).toBe(200);
    const repeated = await request.get(`/verificar/${folio}/registro?v=${valor}&v=${valor}`);
    expect(repeated.status()).toBe(404);
  });

  await test.step('después de ciento veinte en diez minutos, pide esperar', async () => {
    for (let count = 0; count < 120; count++) await request.get('/verificar?v=A');
    const otra = await (await otroNavegador()).newPage();
    await otra.goto(`/verificar/${folio}/registro?v=${valor}`);
    await expect(otra.getByRole('alert').filter({ hasText: 'demasiadas verificaciones' })).toContainText(
      'Espera diez minutos',
    );
    await mirar(otra, 'verificar-demasiadas');
    const evidencia = await request.get(`/verificar/${folio}/registro/evidencia.zip?v=${valor}`);
    expect(evidencia.status()).toBe(429);
    expect(await evidencia.text()).toContain('Espera diez minutos');
  });
});
