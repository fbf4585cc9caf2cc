import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { openConnection } from '#infra/db/connection.ts';
import { ingresar } from '../support/ingresar.ts';
import { registrarMedio } from '../support/medios.ts';
import { mirar } from '../support/mirar.ts';
import { test } from '../support/navegador.ts';

test('quien recibió tarde el sello de tiempo descarga el acuse como se emitió, y también con él @telefono', async ({
  page,
  portal,
  efirma,
}) => {
  await ingresar(page, await efirma('fisica-con-enie'));
  const folio = await registrarMedio(page, 'Correo Electrónico', 'tarde@sellos.example');
  const emitido = await (await page.request.get(`/buzon/acuses/${folio}/registro`)).body();
  await page.goto('/buzon/acuses');
  const fila = page.getByRole('row').filter({ hasText: folio });
  const conSello = fila.getByRole('link', { name: 'Descargar con sello de tiempo' });
  await expect(conSello).toHaveCount(0);

  const cola = Buffer.from('% lo que agrega el sello de tiempo\n');
  const sha256 = createHash('sha256').update(emitido).update(cola).digest('hex');
  const entorno = JSON.parse(await readFile(`${portal.datos}/entorno.json`, 'utf8')) as Record<string, string>;
  const duena = await openConnection(entorno.DATABASE_URL_MIGRACION ?? '');
  await duena.query(
    `WITH suyo AS (SELECT id FROM acuse WHERE folio = $1), tiempo AS (
       INSERT INTO sello_de_tiempo SELECT id, 'DOCUMENTO', '\\x3000', now(), now() FROM suyo)
     INSERT INTO revision_de_documento SELECT id, $2, $3, now() FROM suyo`,
    [folio, cola, sha256],
  );
  await duena.end();

  await page.reload();
  await mirar(page, 'acuses con sello de tiempo tarde');
  const descarga = await page.request.get((await conSello.getAttribute('href')) ?? '');
  expect(descarga.headers()['content-disposition']).toContain(`acuse-registro-${folio}-con-sello-de-tiempo.pdf`);
  expect(await descarga.body()).toEqual(Buffer.concat([emitido, cola]));
  expect(await (await page.request.get(`/buzon/acuses/${folio}/registro`)).body()).toEqual(emitido);
});
