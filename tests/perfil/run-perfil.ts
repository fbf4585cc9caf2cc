import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type APIRequestContext, chromium } from '@playwright/test';
import { openCarpetaTemporal } from '../support/carpeta-temporal.ts';
import { findChromium } from '../support/chromium.ts';
import { type Colector, startColector } from '../support/colector.ts';
import { downloadEfirma } from '../support/efirma-de-demo.ts';
import { ingresar } from '../support/ingresar.ts';
import { type Portal, startPortal } from '../support/portal.ts';
import { gastoPorFuncion, type Perfil } from './gasto-por-funcion.ts';

const SALIDA = fileURLToPath(new URL('../.salida/perfil', import.meta.url));
const AL_PEDIRLO = pathToFileURL(fileURLToPath(new URL('./al-pedirlo.mjs', import.meta.url))).href;
const FUNCIONES = 20;
const CALENTAMIENTO = 30;
const ESPERA_MS = 100;

/** Where the processor goes while a page is asked for so many times. @returns the exit code: 1 when the page is not there. */
export async function runPerfil(ruta: string, veces: number): Promise<number> {
  openCarpetaTemporal();
  mkdirSync(SALIDA, { recursive: true });
  const archivo = path.join(SALIDA, `${ruta.replace(/\W+/g, '-').replace(/^-|-$/g, '') || 'inicio'}.cpuprofile`);
  rmSync(archivo, { force: true });
  const sentencias = await listSentencias(ruta);
  const portal = await startPortal({ NODE_OPTIONS: `--import ${AL_PEDIRLO}`, BUZON_PERFIL: archivo });
  try {
    const status = await withTitular(portal, async (titular) => {
      const { status } = await askMany(titular, ruta, CALENTAMIENTO);
      const cpu = await profile(portal, archivo, () => askMany(titular, ruta, veces));
      tell({ ruta, veces, archivo, cpu, sentencias });
      return status;
    });
    if (status >= 400) console.error(`${ruta} contestó ${status}.`);
    return status >= 400 ? 1 : 0;
  } finally {
    await portal.stop();
  }
}

/** By a portal of its own, as telling of them takes time. */
async function listSentencias(ruta: string): Promise<string[]> {
  const colector: Colector = await startColector();
  const portal = await startPortal({ OTEL_EXPORTER_OTLP_ENDPOINT: colector.url });
  try {
    return await withTitular(portal, (titular) =>
      colector.sentenciasDe((traceparent) => titular.get(ruta, { headers: { traceparent } })),
    );
  } finally {
    await portal.stop();
    colector.close();
  }
}

async function withTitular<T>({ url }: Portal, work: (titular: APIRequestContext) => Promise<T>): Promise<T> {
  const browser = await chromium.launch(await findChromium());
  try {
    const page = await browser.newPage({ baseURL: url });
    await ingresar(page, await downloadEfirma(url, 'moral-tres-registros'));
    return await work(page.request);
  } finally {
    await browser.close();
  }
}

async function askMany(titular: APIRequestContext, ruta: string, veces: number): Promise<{ status: number }> {
  let status = 0;
  for (let vez = 0; vez < veces; vez++) status = (await titular.get(ruta, { maxRedirects: 0 })).status();
  return { status };
}

async function profile(portal: Portal, archivo: string, work: () => Promise<unknown>): Promise<Perfil> {
  portal.process.kill('SIGUSR2');
  await sleep(ESPERA_MS);
  await work();
  portal.process.kill('SIGUSR2');
  while (!existsSync(archivo) || readFileSync(archivo).length === 0) await sleep(ESPERA_MS);
  await sleep(ESPERA_MS);
  return JSON.parse(readFileSync(archivo, 'utf8')) as Perfil;
}

interface Hallado {
  ruta: string;
  veces: number;
  archivo: string;
  cpu: Perfil;
  sentencias: string[];
}

function tell({ ruta, veces, archivo, cpu, sentencias }: Hallado): void {
  const gastos = gastoPorFuncion(cpu);
  const total = gastos.reduce((sum, { ms }) => sum + ms, 0);
  console.log(`\n${ruta}: ${(total / veces).toFixed(1)} ms de procesador por petición (${veces} peticiones)\n`);
  for (const { funcion, ms } of gastos.slice(0, FUNCIONES))
    console.log(
      `${((100 * ms) / total).toFixed(1).padStart(5)} %  ${(ms / veces).toFixed(2).padStart(6)} ms  ${funcion}`,
    );
  console.log(`\nSentencias: ${sentencias.length}`);
  for (const sentencia of sentencias) console.log(`  ${sentencia.slice(0, 150)}`);
  console.log(`\nEl perfil quedó en ${path.relative(process.cwd(), archivo)}`);
}
