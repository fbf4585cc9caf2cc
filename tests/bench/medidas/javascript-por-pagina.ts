import { gzipSync } from 'node:zlib';
import { type APIRequestContext, chromium, type Page } from '@playwright/test';
import { findChromium } from '../../support/chromium.ts';
import { downloadEfirma } from '../../support/efirma-de-demo.ts';
import { ingresar } from '../../support/ingresar.ts';
import { startPortal } from '../../support/portal.ts';
import type { Banco, Comparacion, Medida } from '../medida.ts';
import { buildPaginaVacia } from '../navegador/build-pagina-vacia.ts';
import { scriptsIn } from '../navegador/scripts-in.ts';

const META = { above: 15_000 };

const PAGINAS = [
  '/',
  '/ingresar',
  '/ayuda',
  '/verificar',
  '/buzon',
  '/buzon/medios-de-contacto',
  '/buzon/medios-de-contacto/nuevo',
  '/buzon/medios-de-contacto/nuevo/registros-patronales',
  '/buzon/activacion',
  '/buzon/acuses',
  '/buzon/aclaraciones',
  '/buzon/aclaraciones/nueva',
  '/buzon/sesiones',
];

export const javascriptPorPagina: Medida = {
  name: 'javascript-por-pagina',
  what: 'JavaScript que descarga cada página la primera vez, con gzip',
  async prepare(banco) {
    banco.progress('una página vacía del mismo Next.js');
    const vacia = sizeOf(await buildPaginaVacia());
    banco.progress('el portal, con una sesión abierta');
    const page = await openPortal(banco);
    const comparaciones: Comparacion[] = [];
    for (const ruta of PAGINAS) {
      const bytes = sizeOf(await fetchScripts(page.request, ruta));
      comparaciones.push({
        what: ruta,
        unit: 'bytes',
        rounds: 1,
        own: { name: 'Buzón', sample: () => bytes },
        floors: [{ name: 'una página vacía', sample: () => vacia, meta: META }],
      });
    }
    return comparaciones;
  },
};

async function openPortal(banco: Banco): Promise<Page> {
  const portal = await startPortal();
  banco.onEnd(portal.stop);
  const browser = await chromium.launch(await findChromium());
  banco.onEnd(() => browser.close());
  const page = await browser.newPage({ baseURL: portal.url });
  await ingresar(page, await downloadEfirma(portal.url, 'moral-con-ampersand'));
  return page;
}

async function fetchScripts(request: APIRequestContext, ruta: string): Promise<Uint8Array[]> {
  const answer = await request.get(ruta);
  const scripts = scriptsIn(await answer.text());
  if (!answer.ok() || scripts.length === 0) throw new Error(`${ruta} has no scripts (${answer.status()})`);
  return Promise.all(scripts.map(async (src) => (await request.get(src)).body()));
}

/** Each by itself, as it is sent. */
function sizeOf(scripts: readonly Uint8Array[]): number {
  return scripts.reduce((total, script) => total + gzipSync(script).length, 0);
}
