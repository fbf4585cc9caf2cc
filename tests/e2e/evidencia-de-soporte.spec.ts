import { expect } from '@playwright/test';
import { unzipSync } from 'fflate';
import { buscar, mostrarDatos } from '../support/consola.ts';
import { ingresar, ingresarComoSoporte } from '../support/ingresar.ts';
import { registrarMedio } from '../support/medios.ts';
import { test } from '../support/navegador.ts';

test('el personal de soporte descarga la evidencia de un acuse sólo después de «Mostrar» y su motivo', async ({
  page,
  efirma,
  otroNavegador,
}) => {
  const titular = await (await otroNavegador()).newPage();
  await ingresar(titular, await efirma('particular-sin-registros'));
  const folio = await registrarMedio(titular, 'Correo Electrónico', 'evidencia@soporte.example');
  const evidencia = `/verificar/${folio}/registro/evidencia.zip`;

  await ingresarComoSoporte(page, await efirma('soporte-consulta'));
  const cubierta = await page.request.get(evidencia);
  expect(cubierta.status()).toBe(403);
  expect(await cubierta.text()).toContain('pulsa «Mostrar»');

  await buscar(page, folio);
  await mostrarDatos(page);
  const zip = await page.request.get(evidencia);
  expect(zip.status()).toBe(200);
  expect(Object.keys(unzipSync(await zip.body()))).toContain('LEEME.txt');
});
