import { ensureSelloDeDemo } from '#demo/sello/ensure-sello-de-demo.ts';
import { cadenaDeAcuse } from '#domain/acuse/cadena-de-acuse.ts';
import { createSelloDePdf } from '#infra/pades/create-sello-de-pdf.ts';
import type { AcuseParaImprimir, RenderAcuse } from '#infra/pdf/render-acuse.ts';
import { acuse, FECHA } from '../../support/acuse/muestras.ts';
import { makeTempDir } from '../../support/efirma/autoridad-de-prueba.ts';

const NOMBRES = ['CONSTRUCTORA', 'ESPIGA', 'TRANSPORTES', 'ÑANDÚ', 'AGRÍCOLA', 'HOTELES', 'QUÍMICA', 'BALSAS', 'NORTE'];

/** One acuse after another: another folio, name and address each time. Its sello is of nobody. */
export function registroNumero(n: number): AcuseParaImprimir {
  const [uno, otro] = [n, Math.floor(n / NOMBRES.length)].map((k) => NOMBRES[k % NOMBRES.length]);
  return acuse({
    tipo: 'REGISTRO',
    folio: `BI-2026.${String(n).padStart(8, '0')}-52`,
    fecha: FECHA,
    rfc: 'EKU9003173C9',
    nombre: `${uno} Y ${otro} DEL VALLE ${n} SA DE CV`,
    rfcRepresentante: 'VADA800927DJ3',
    serieDelFirmante: '30001000000500003415',
    medio: { mecanismo: 'CORREO_ELECTRONICO', valor: `contacto.${n}@correo.example` },
  });
}

export type Emisora = (renderAcuse: RenderAcuse, acuse: AcuseParaImprimir) => Promise<Buffer>;

/**
 * Issues acuses as the portal does, from the cadena to the document that is sealed inside: two signatures with a key of
 * 2048 bits. Only the database is left out.
 */
export async function openEmisora(): Promise<Emisora> {
  const sello = await ensureSelloDeDemo(`${makeTempDir()}/sello`, new Date(FECHA));
  const selloDePdf = createSelloDePdf(sello, null);
  return async (renderAcuse, sinSello) => {
    const cadenaOriginal = cadenaDeAcuse(sinSello.datos);
    const pdf = await renderAcuse({
      ...sinSello,
      cadenaOriginal,
      sello: await sello.sign(new TextEncoder().encode(cadenaOriginal)),
      serieDelSello: sello.serie,
      campo: selloDePdf.campo,
    });
    await selloDePdf.seal(pdf);
    return pdf;
  };
}
