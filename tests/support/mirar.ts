import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

/** A frame without an origin, as each e-mail of the demo's inbox, takes no message; of what is well nobody asks. */
const FALTAS = { iframes: false, preload: false, resultTypes: ['violations' as const] };
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * What every screen must stand: axe finds nothing, and it is fit to be seen. Each screen is looked at once for each size of
 * window. It is looked at as it is now, so what tells it from the one before has to be awaited first: a press may still be on
 * its way.
 */
export async function mirar(page: Page, nombre: string): Promise<void> {
  const { project } = test.info();
  const vistas = path.join(project.outputDir, 'vistas');
  const vista = path.join(vistas, `${project.name}-${nombre.replaceAll('/', '-')}`);
  mkdirSync(vistas, { recursive: true });
  if (!isFirst(vista)) return;
  try {
    await page.waitForLoadState('load');
    await test.step(`la pantalla «${nombre}» es accesible`, async () => {
      const { violations } = await new AxeBuilder({ page }).options(FALTAS).withTags(WCAG).setLegacyMode().analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    });
    await mirarSinScript(page, nombre);
  } catch (error) {
    // Whoever comes next, or the second try of the same, looks again.
    rmSync(vista);
    throw error;
  }
}

/** Of all the workers: a screen costs seconds to be judged. */
function isFirst(vista: string): boolean {
  try {
    writeFileSync(vista, '', { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}

/**
 * Nothing is wider than the window, and there is one first heading. Where a page may not run scripts this is all: axe
 * waits for a timer. With RETRATOS set to a folder, each screen is kept there as a picture.
 */
export async function mirarSinScript(page: Page, nombre: string): Promise<void> {
  // A document shows its first lines while the rest of it is still to come.
  await page.waitForLoadState('load');
  await test.step(`la pantalla «${nombre}» cabe en la ventana`, async () => {
    await keepPortrait(page, nombre);
    expect(await findOutside(page), 'lo que sobresale de la ventana').toEqual([]);
    expect(await findMisplaced(page), 'lo que no queda bajo el dato de su tarjeta').toEqual([]);
    expect(await measureBelowFoot(page), 'píxeles vacíos bajo el pie').toBeLessThanOrEqual(1);
    await expect(page.getByRole('heading', { level: 1, includeHidden: true })).toHaveCount(1);
  });
}

/** The elements that make the page wider than the window. */
function findOutside(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const all = scrollWidth > clientWidth ? [...document.body.querySelectorAll('*')] : [];
    const outside = all.filter((element) => element.getBoundingClientRect().right > clientWidth);
    return outside.map((element) => element.outerHTML.slice(0, 200));
  });
}

/** How much of the document there is after its foot: nothing belongs there. */
function measureBelowFoot(page: Page): Promise<number> {
  return page.evaluate(() => {
    const foot = document.querySelector('body > footer');
    return foot ? document.documentElement.scrollHeight - (foot.getBoundingClientRect().bottom + scrollY) : 0;
  });
}

/** The cells of a table drawn as cards whose parts do not begin at the same place. */
function findMisplaced(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const cards = [...document.querySelectorAll('td[data-label]')].filter(
      (td) => getComputedStyle(td).display === 'grid',
    );
    const misplaced = cards.filter(({ children }) => {
      const parts = [...children].filter((part) => getComputedStyle(part).position !== 'absolute');
      return new Set(parts.map((part) => Math.round(part.getBoundingClientRect().left))).size > 1;
    });
    return misplaced.map((element) => element.outerHTML.slice(0, 200));
  });
}

async function keepPortrait(page: Page, nombre: string): Promise<void> {
  const folder = process.env.RETRATOS;
  if (!folder) return;
  const { name } = test.info().project;
  await page.screenshot({ path: `${folder}/${name}-${nombre.replaceAll(' ', '-')}.png`, fullPage: true });
}
