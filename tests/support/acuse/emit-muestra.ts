import { createSelloDePdf } from '#infra/pades/create-sello-de-pdf.ts';
import { type AcuseParaImprimir, renderAcuse } from '#infra/pdf/render-acuse.ts';
import { makeSello } from '../sello-de-prueba.ts';
import { FECHA } from './muestras.ts';

const selloDePdf = createSelloDePdf(makeSello({ now: new Date(FECHA) }), null);

/** The document as it is issued: printed, and sealed inside. */
export async function emitMuestra(acuse: AcuseParaImprimir): Promise<Buffer> {
  const pdf = await renderAcuse({ ...acuse, campo: selloDePdf.campo });
  await selloDePdf.seal(pdf);
  return pdf;
}
