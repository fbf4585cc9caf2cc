import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';
import { findChromium } from '../support/chromium.ts';
import { test } from '../support/navegador.ts';

// A portal of its own: what others do meanwhile would slow it down.
test.use({ ajustes: { LOG_NIVEL: 'error' } });

/** Where Lighthouse 12 is (tests/README.md): two hundred packages, of which nothing else here has need. */
const { LIGHTHOUSE = '' } = process.env;
/** What does not depend on the machine. Its figure of performance does: it is asked for where LIGHTHOUSE_RAPIDO says so. */
const CATEGORIAS = ['accessibility', 'best-practices', 'seo'];
const TODAS = [...CATEGORIAS, 'performance'];

interface Informe {
  categories: Record<string, { score: number; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, { score: number | null; title: string }>;
}

test('Lighthouse da 100 a las páginas de todos, en un teléfono', async ({ portal }) => {
  test.skip(LIGHTHOUSE === '', 'falta LIGHTHOUSE, la dirección de su programa');
  test.setTimeout(600_000);
  for (const ruta of ['/', '/ingresar', '/verificar', '/ayuda']) {
    const { categories, audits } = await medir(`${portal.url}${ruta}`);
    const puntos = Object.entries(categories).map(([nombre, { score }]) => `${nombre} ${Math.round(score * 100)}`);
    test.info().annotations.push({ type: ruta, description: puntos.join(', ') });
    console.log(`${ruta}: ${puntos.join(', ')}`);
    const faltas = Object.entries(categories)
      .filter(
        ([nombre, { score }]) => score < 1 && (process.env.LIGHTHOUSE_RAPIDO ? TODAS : CATEGORIAS).includes(nombre),
      )
      .flatMap(([nombre, { auditRefs }]) =>
        auditRefs.flatMap(({ id, weight }) => {
          const { score = null, title = '' } = audits[id] ?? {};
          return weight > 0 && score !== null && score < 1 ? [`${nombre}: ${id} (${title})`] : [];
        }),
      );
    expect(faltas, ruta).toEqual([]);
  }
});

async function medir(url: string): Promise<Informe> {
  const { executablePath, args, env } = await findChromium();
  const flags = ['--headless=new', ...args].join(' ');
  const options = [url, '--output=json', '--quiet', `--only-categories=${TODAS}`, `--chrome-flags=${flags}`];
  const { stdout } = await promisify(execFile)(LIGHTHOUSE, options, {
    env: { ...process.env, ...env, CHROME_PATH: executablePath },
    maxBuffer: 64 * 1024 ** 2,
  });
  return JSON.parse(stdout) as Informe;
}
