import { describe, expect, it } from 'vitest';
import { emitMuestra } from '../../../tests/support/acuse/emit-muestra.ts';
import { hasPoppler, hasZbar, scanPage } from '../../../tests/support/acuse/leer-pdf.ts';
import { MUESTRAS, type Muestra } from '../../../tests/support/acuse/muestras.ts';

const NAMES = Object.keys(MUESTRAS) as Muestra[];

describe.skipIf(!hasPoppler || !hasZbar)('the QR (skipped without poppler-utils and zbar-tools)', () => {
  it.each(NAMES)(
    '%s: is on the first page and opens the page that verifies it, scanned at 60 dots an inch',
    async (name) => {
      const acuse = MUESTRAS[name]();
      const tipo = acuse.datos.tipo.toLowerCase();
      const scanned = scanPage(await emitMuestra(acuse), 1, 60);
      expect(scanned).toBe(`${acuse.appUrl}/verificar/${acuse.datos.folio}/${tipo}?v=ENGUCPNKZE`);
    },
  );

  it('is read with a long public address too', async () => {
    const appUrl = 'https://activacion.buzon.serviciosdigitales.imss.gob.mx/portal-del-patron';
    const scanned = scanPage(await emitMuestra({ ...MUESTRAS.solicitud(), appUrl }), 1, 100);
    expect(scanned).toBe(`${appUrl}/verificar/BI-2026.00000001-52/solicitud?v=ENGUCPNKZE`);
  });
});
