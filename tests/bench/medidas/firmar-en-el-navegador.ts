import { gzipSync } from 'node:zlib';
import { chromium, type Page } from '@playwright/test';
import { createAutoridad } from '#demo/autoridad/create-autoridad.ts';
import { issueEfirma } from '#demo/autoridad/issue-efirma.ts';
import { findChromium } from '../../support/chromium.ts';
import { AHORA, FISICA } from '../../support/efirma/autoridad-de-prueba.ts';
import type { Banco, Comparacion, Medida, Meta } from '../medida.ts';
import { buildScript } from '../navegador/build-script.ts';
import type { Encargo, Modo } from '../navegador/pagina.ts';
import { serveScripts } from '../navegador/serve-scripts.ts';

const PAGINA = new URL('../navegador/pagina.ts', import.meta.url);
const WORKER = new URL('../../../src/ui/efirma/efirma.worker.ts', import.meta.url);
const FORGE = new URL('../navegador/firma-con-forge.worker.ts', import.meta.url);

export const firmarEnElNavegador: Medida = {
  name: 'firmar-en-el-navegador',
  what: 'Abrir una llave como las del SAT y firmar 1 kB, en Chromium',
  async prepare(banco) {
    banco.progress('los dos programas y un navegador');
    const [pagina, propio, forge] = await Promise.all([PAGINA, WORKER, FORGE].map(buildScript));
    if (!pagina || !propio || !forge) throw new Error('three scripts were asked for');
    const page = await openPage(banco, {
      'pagina.js': pagina,
      'efirma.worker.js': propio,
      'firma-con-forge.worker.js': forge,
    });
    const encargo = await makeEncargo();
    const sampler = (modo: Modo, isFresh: boolean) => () => {
      const times = isFresh ? 1 : banco.rapido ? 4 : 10;
      return page.evaluate<number>(`medir('${modo}', ${JSON.stringify(encargo)}, ${times}, ${isFresh})`);
    };
    const compareTimes = (what: string, isFresh: boolean, meta?: Meta): Comparacion => ({
      what,
      unit: 'ms',
      own: { name: 'Buzón', sample: sampler('propio', isFresh) },
      floors: [{ name: 'node-forge', sample: sampler('forge', isFresh), meta }],
    });
    return [
      compareTimes('abrir y firmar', false, { times: 1 / 10 }),
      // Most of this is the browser's own: a thread, and a script from the network.
      compareTimes('cargar el programa, abrir y firmar', true),
      compareBytes(propio, forge),
    ];
  },
};

function compareBytes(propio: Uint8Array, forge: Uint8Array): Comparacion {
  return {
    what: 'lo que se descarga, con gzip',
    unit: 'bytes',
    rounds: 1,
    own: { name: 'Buzón', sample: () => gzipSync(propio).length },
    floors: [{ name: 'node-forge', sample: () => gzipSync(forge).length, meta: { times: 1 / 5 } }],
  };
}

async function openPage(banco: Banco, scripts: Record<string, Uint8Array>): Promise<Page> {
  const server = await serveScripts(scripts);
  banco.onEnd(server.close);
  const browser = await chromium.launch(await findChromium());
  banco.onEnd(() => browser.close());
  const page = await browser.newPage();
  await page.goto(server.url);
  await page.waitForFunction('typeof medir === "function"');
  return page;
}

async function makeEncargo(): Promise<Encargo> {
  const { ac } = await createAutoridad({ now: AHORA });
  const { cer, key, contrasena } = await issueEfirma(ac, { ...FISICA, serie: '30001000000900000001' });
  const texto = `||1.0|DOCUMENTO|${'El que suscribe manifiesta su conformidad. '.repeat(24)}||`;
  return { cer: [...cer], key: [...key], contrasena, texto };
}
