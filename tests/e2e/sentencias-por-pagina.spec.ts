import { expect, type Page, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import { valorDe } from '#tramites/acuse/find-acuse-verificable.ts';
import { type Colector, startColector } from '../support/colector.ts';
import { downloadEfirma } from '../support/efirma-de-demo.ts';
import { ingresar } from '../support/ingresar.ts';
import { registrarMedio } from '../support/medios.ts';
import { type Portal, startPortal } from '../support/portal.ts';

/**
 * How many statements each page asks of the database, at most: whoever makes a page ask for more sees it here, and says why.
 * Whose session it is, is one of them.
 */
const SENTENCIAS = {
  '/': 1,
  '/ayuda': 1,
  '/ingresar': 1,
  // Who proposes them, and who asks to be named, are asked for where the session says that there is somebody.
  '/buzon': 2,
  '/buzon/comunicados': 4,
  '/buzon/medios-de-contacto': 3,
  '/buzon/medios-de-contacto/nuevo': 3,
  '/buzon/medios-de-contacto/nuevo/registros-patronales': 12,
  '/buzon/activacion': 2,
  '/buzon/acuses': 3,
  '/buzon/aclaraciones': 3,
  '/buzon/sesiones': 3,
  '/clientes': 3,
  '/clientes/pedir': 3,
  // By its check value, with what counts and records it; and the acuse, which records who downloaded it. In two looks, so that a
  // wrong value takes as long as a folio that is none.
  '/verificar': 8,
  '/buzon/acuses/[folio]': 4,
} as const;

/** Whichever page comes then: twice a minute writes that there is somebody, and opens a connection where those open are too few. */
const DE_NINGUNA = /^(UPDATE \S*"sesion"|SET )/;

let colector: Colector;
let portal: Portal;
test.beforeAll(async () => {
  test.setTimeout(600_000);
  colector = await startColector();
  portal = await startPortal({ OTEL_EXPORTER_OTLP_ENDPOINT: colector.url });
});
test.afterAll(async () => {
  await portal.stop();
  colector.close();
});

test('ninguna página pide a la base más de lo que su renglón dice', async ({ browser }) => {
  const page = await (await browser.newContext({ baseURL: portal.url })).newPage();
  await ingresar(page, await downloadEfirma(portal.url, 'moral-tres-registros'));
  const folio = await registrarMedio(page, 'Correo Electrónico', 'ana@espiga.example');
  await registrarMedio(page, 'Teléfono', '5512345678');
  const acuse = `/buzon/acuses/${folio}/registro`;
  // Where it was not printed yet, the first to ask for it prints it.
  await page.request.get(acuse);
  const deUnFolio: Record<string, string> = {
    '/verificar': `/verificar/${folio}/registro?v=${await valorDelAcuse(page, folio)}`,
    '/buzon/acuses/[folio]': acuse,
  };
  for (const [pagina, maximo] of Object.entries(SENTENCIAS)) {
    const ruta = deUnFolio[pagina] ?? pagina;
    const sentencias = await colector.sentenciasDe((traceparent) =>
      page.request.get(ruta, { headers: { traceparent } }),
    );
    const suyas = sentencias.filter((sentencia) => !DE_NINGUNA.test(sentencia));
    expect.soft(suyas.length, `${ruta}\n${suyas.join('\n')}`).toBeLessThanOrEqual(maximo);
  }
});

async function valorDelAcuse(page: Page, folio: string): Promise<string> {
  const evidencia = await (await page.request.get(`/verificar/${folio}/registro/evidencia.zip`)).body();
  return valorDe(unzipSync(evidencia)['sello.sig'] ?? new Uint8Array());
}
