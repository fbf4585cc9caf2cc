import { gzipSync } from 'node:zlib';
import { type APIRequestContext, chromium, type Page } from '@playwright/test';
import { findChromium } from '../../support/chromium.ts';
import { downloadEfirma } from '../../support/efirma-de-demo.ts';
import { ingresar, ingresarComoSoporte } from '../../support/ingresar.ts';
import { type Portal, startPortal } from '../../support/portal.ts';
import type { Banco, Comparacion, Medida } from '../medida.ts';
import { buildPaginaVacia } from '../navegador/build-pagina-vacia.ts';
import { listPatrones, makeEjemplos } from '../navegador/paginas-del-portal.ts';
import { scriptsIn } from '../navegador/scripts-in.ts';

const META = { above: 15_000 };

/** The others are for whoever comes, who is asked for nothing and may be sent no script at all. */
const DE_SESION = /^\/(buzon|clientes|soporte)\b/;

export const javascriptPorPagina: Medida = {
  name: 'javascript-por-pagina',
  what: 'JavaScript que descarga cada página la primera vez, con gzip',
  async prepare(banco) {
    banco.progress('una página vacía del mismo Next.js');
    const vacia = sizeOf(await buildPaginaVacia());
    banco.progress('el portal, con un titular que puede firmar y alguien de soporte');
    const portal = await startPortal();
    banco.onEnd(portal.stop);
    const { buzon, soporte, nadie } = await openSesiones(banco, portal);
    const ejemplos = await makeEjemplos(buzon, soporte, portal.url);
    const comparaciones: Comparacion[] = [];
    for (const patron of listPatrones()) {
      const { request } = patron.startsWith('/soporte') ? soporte : DE_SESION.test(patron) ? buzon : nadie;
      const bytes = sizeOf(await fetchScripts(request, ejemplos[patron] ?? patron));
      comparaciones.push({
        what: patron,
        unit: 'bytes',
        rounds: 1,
        own: { name: 'Buzón', sample: () => bytes },
        floors: [{ name: 'una página vacía', sample: () => vacia, meta: META }],
      });
    }
    return comparaciones;
  },
};

async function openSesiones(banco: Banco, { url }: Portal): Promise<Record<'buzon' | 'soporte' | 'nadie', Page>> {
  const browser = await chromium.launch(await findChromium());
  banco.onEnd(() => browser.close());
  const options = { baseURL: url, locale: 'es-MX' };
  const buzon = await browser.newPage(options);
  await ingresar(buzon, await downloadEfirma(url, 'moral-con-ampersand'));
  const soporte = await browser.newPage(options);
  await ingresarComoSoporte(soporte, await downloadEfirma(url, 'soporte-supervision'));
  return { buzon, soporte, nadie: await browser.newPage(options) };
}

async function fetchScripts(request: APIRequestContext, ruta: string): Promise<Uint8Array[]> {
  const answer = await request.get(ruta);
  const scripts = scriptsIn(await answer.text());
  // What is not there is said by the same page, with all that it brings.
  const isRead = answer.status() <= 404 && (scripts.length > 0 || !DE_SESION.test(ruta));
  if (!isRead) throw new Error(`${ruta} has no scripts (${answer.status()})`);
  return Promise.all(scripts.map(async (src) => (await request.get(src)).body()));
}

/** Each by itself, as it is sent. */
function sizeOf(scripts: readonly Uint8Array[]): number {
  return scripts.reduce((total, script) => total + gzipSync(script).length, 0);
}
