import { chromium } from '@playwright/test';
import type { AcuseParaImprimir } from '#infra/pdf/render-acuse.ts';
import { findChromium } from '../../support/chromium.ts';
import type { Banco } from '../medida.ts';
import { descendantsOf } from './memoria.ts';
import { writeAcuse } from './write-acuse.ts';
import { writeBody, writePage } from './write-html.ts';

export interface Impresora {
  print(acuse: AcuseParaImprimir): Promise<Buffer>;
  /** The processes of the browser. */
  pids(): number[];
}

/** A headless Chromium whose one page is written again and printed for each acuse. */
export async function openImpresora(banco: Banco): Promise<Impresora> {
  const others = new Set(descendantsOf(process.pid));
  const browser = await chromium.launch(await findChromium());
  banco.onEnd(() => browser.close());
  const page = await browser.newPage();
  await page.setContent(writePage());
  return {
    async print(acuse) {
      await page.evaluate(
        async (body) => {
          document.body.innerHTML = body;
          await document.fonts.ready;
        },
        writeBody(writeAcuse(acuse)),
      );
      return page.pdf({ preferCSSPageSize: true, printBackground: true });
    },
    pids: () => descendantsOf(process.pid).filter((pid) => !others.has(pid)),
  };
}
