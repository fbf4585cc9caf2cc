import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { startPostgres } from '#demo/postgres/start-postgres.ts';
import { createDb, type Db } from '#infra/db/db.ts';
import { closeAclaracion } from '#tramites/aclaracion/answer-aclaracion.ts';
import type { ContextoDeSoporte } from '#tramites/contexto.ts';
import { responder } from '../support/aclaraciones.ts';
import { waitForMensaje } from '../support/bandeja.ts';
import { makeTempDir } from '../support/efirma/autoridad-de-prueba.ts';
import { downloadEfirma } from '../support/efirma-de-demo.ts';
import { createEscenario } from '../support/escenario.ts';
import { ingresar } from '../support/ingresar.ts';
import { filaDe, validarCorreo } from '../support/medios.ts';
import { mirar } from '../support/mirar.ts';
import { startPortal } from '../support/portal.ts';
import { presentarAclaracion } from '../support/presentar.ts';

const CORREO = 'respuesta@aclaracion.example';

test('el titular lee la respuesta de soporte, replica, y ya no puede escribir cuando se cierra', async ({
  browser,
  contextOptions,
}) => {
  test.setTimeout(120_000);
  const postgres = await startPostgres({ datos: path.join(makeTempDir(), 'b'), database: 'buzon', isDisposable: true });
  const portal = await startPortal({ DATABASE_URL: postgres.urlOf('buzon') });
  const db = createDb(postgres.urlOf('buzon'), { max: 2 });
  try {
    const page = await (await browser.newContext({ ...contextOptions, baseURL: portal.url })).newPage();
    const soporte = await atender(db);
    await ingresar(page, await downloadEfirma(portal.url, 'moral-tres-registros'));
    await validarCorreo(page, portal.url, CORREO);
    const folio = await presentarAclaracion(page, 'No puedo firmar la solicitud.');

    await responder(soporte, folio, 'Te falta validar tu teléfono celular.\n\nHazlo en «Mis medios de contacto».');
    const { html } = await waitForMensaje(portal.url, CORREO, 'Buzón IMSS: tu aclaración tiene respuesta');
    expect(html).not.toContain('Te falta validar');
    await page.goto(`${portal.url}/buzon/aclaraciones`);
    await expect(filaDe(page, folio)).toContainText('Respondida');
    await filaDe(page, folio).getByRole('link', { name: folio }).click();
    const respuesta = mensajes(page).filter({ hasText: 'Soporte de este portal' });
    await expect(respuesta).toContainText('Te falta validar tu teléfono celular.');
    expect(await page.content()).not.toContain(soporte.actor.nombre);
    await mirar(page, 'aclaracion respondida');

    await page.getByLabel('Mensaje', { exact: true }).fill('Gracias, ¿y después?');
    await page.getByRole('button', { name: 'Enviar mensaje' }).click();
    await expect(mensajes(page)).toHaveCount(3);
    await expect(page.getByRole('main')).toContainText('En atención');

    await responder(soporte, folio, 'Firma la solicitud.');
    expect((await closeAclaracion(soporte, folio)).ok).toBe(true);
    await waitForMensaje(portal.url, CORREO, 'Buzón IMSS: se cerró tu aclaración');
    await page.reload();
    await expect(page.getByRole('main')).toContainText('Ya se cerró. Si todavía necesitas ayuda, presenta otra.');
    await expect(page.getByRole('button', { name: 'Enviar mensaje' })).toHaveCount(0);
    await mirar(page, 'aclaracion cerrada');
  } finally {
    await db.$disconnect();
    await portal.stop();
    await postgres.stop();
  }
});

/** The member whom the demo gives the role of attending. */
async function atender(db: Db): Promise<ContextoDeSoporte> {
  const { ctx } = await createEscenario(db);
  const { id: miembroId, ...miembro } = await db.miembroDeSoporte.findFirstOrThrow({ where: { rol: 'ATENCION' } });
  const actor = {
    tipo: 'SOPORTE',
    miembroId,
    ...miembro,
    sesionId: randomUUID(),
    serie: '30001000000500003415',
  } as const;
  return { ...ctx, now: () => new Date(), desfaseMs: () => 0, actor };
}

function mensajes(page: Page) {
  return page.getByRole('main').getByRole('listitem');
}
