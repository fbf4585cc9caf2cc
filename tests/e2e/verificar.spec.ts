import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { ingresar } from '../support/ingresar.ts';
import { filaDe, registrarMedio } from '../support/medios.ts';
import { mirar } from '../support/mirar.ts';
import { test } from '../support/navegador.ts';

const CORREO = 'titular@verificar.example';
const hasLectores = ['pdftoppm', 'zbarimg'].every((program) => spawnSync(program, ['-h']).error === undefined);

/** Downloads the acuse of a new medio: where its PDF is, and its folio. */
async function descargarAcuse(page: Page, ruta: (name: string) => string) {
  const folio = await registrarMedio(page, 'Correo Electrónico', CORREO);
  const pdf = ruta('acuse.pdf');
  writeFileSync(pdf, await (await page.request.get(`/buzon/acuses/${folio}/registro`)).body());
  return { folio, pdf };
}

/** What the QR of the first page holds, as a phone reads it from the printed page. */
function readQr(pdf: string): string {
  spawnSync('pdftoppm', ['-r', '150', '-f', '1', '-l', '1', '-singlefile', '-png', pdf, pdf]);
  return spawnSync('zbarimg', ['--quiet', '--raw', '-Sdisable', '-Sqrcode.enable', `${pdf}.png`], {
    encoding: 'utf8',
  }).stdout.trim();
}

test('quien recibe un acuse lo verifica con su QR, con lo impreso, con el PDF y con openssl @telefono', async ({
  page,
  portal,
  efirma,
  otroNavegador,
}, info) => {
  info.skip(!hasLectores, 'pdftoppm and zbarimg are not installed');
  const { rfc, nombre } = await efirma('fisica-con-enie');
  await ingresar(page, await efirma('fisica-con-enie'));
  const { folio, pdf } = await descargarAcuse(page, (name) => info.outputPath(name));
  const otra = await (await otroNavegador()).newPage();

  const direccion = readQr(pdf);
  const valor = new URL(direccion).searchParams.get('v') ?? '';
  expect(direccion).toBe(`${portal.url}/verificar/${folio}/registro?v=${valor}`);

  await test.step('abre el QR', async () => {
    await otra.goto(direccion);
    await expect(otra.getByRole('status')).toContainText('El acuse es auténtico');
    await expect(otra.getByRole('main')).toContainText('En proceso');
    await mirar(otra, 'verificar-autentico');
    const texto = await otra.content();
    for (const personal of [rfc, nombre, CORREO]) expect(texto).not.toContain(personal);
  });

  await test.step('escribe el folio y el valor', async () => {
    await otra.goto('/verificar');
    await mirar(otra, 'verificar');
    await otra.getByLabel('Folio del trámite').fill(folio.toLowerCase());
    await otra.getByLabel('Valor de verificación').fill(valor.toLowerCase());
    await otra.getByRole('button', { name: 'Verificar', exact: true }).click();
    await expect(otra.getByRole('status')).toContainText('El acuse es auténtico');
  });

  await test.step('compara el PDF, y se nota un byte cambiado', async () => {
    await otra.goto('/verificar');
    await otra.getByLabel('PDF del acuse').setInputFiles(pdf);
    await expect(otra.getByRole('status')).toContainText('El archivo es, byte por byte, el que se emitió.');
    const alterado = readFileSync(pdf);
    alterado.writeUInt8(alterado.readUInt8(1000) ^ 1, 1000);
    await otra
      .getByLabel('PDF del acuse')
      .setInputFiles({ name: 'alterado.pdf', mimeType: 'application/pdf', buffer: alterado });
    await expect(otra.getByRole('alert').filter({ hasText: 'Ese archivo fue alterado' })).toBeVisible();
  });

  await test.step('sin el valor un folio no revela nada, y se dice qué hacer', async () => {
    const ask = async (each: string) => {
      const response = await otra.request.get(`/verificar/${each}/registro?v=AAAAAAAAAA`);
      return { status: response.status(), text: await response.text() };
    };
    const [real, inventado] = await Promise.all([ask(folio), ask('BI-2026.99999999-67')]);
    expect([real.status, inventado.status]).toEqual([404, 404]);
    expect(real.text).toContain('No existe un acuse con ese folio y ese valor de verificación.');
    await otra.goto('/verificar');
    await otra.getByLabel('Folio del trámite').fill(folio);
    await otra.getByLabel('Valor de verificación').fill('AAAAAAAAAA');
    await otra.getByRole('button', { name: 'Verificar', exact: true }).click();
    const error = otra.getByRole('alert').filter({ hasText: 'No se pudo verificar' });
    await expect(error).toContainText('el documento no es auténtico');
    await otra
      .getByLabel('PDF del acuse')
      .setInputFiles({ name: 'otro.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') });
    await expect(error).toContainText('no es, byte por byte, ningún acuse emitido');
  });

  await test.step('descarga la evidencia', async () => {
    const zip = await (await otroNavegador()).request.get(`/verificar/${folio}/registro/evidencia.zip?v=${valor}`);
    expect(Object.keys(unzipSync(await zip.body()))).toContain('LEEME.txt');
  });

  await test.step('después de la baja, el mismo acuse dice el estado de hoy', async () => {
    await page.goto('/buzon/medios-de-contacto');
    await filaDe(page, folio).getByRole('button', { name: 'Eliminar medio de contacto' }).click();
    await page
      .getByRole('dialog', { name: 'Eliminar medio de contacto' })
      .getByRole('button', { name: 'Aceptar' })
      .click();
    await expect(page.getByText('fue eliminado.')).toBeVisible();
    await otra.goto(direccion);
    await expect(otra.getByRole('main')).toContainText('Baja desde el');
  });
});
