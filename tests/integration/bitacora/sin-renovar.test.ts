import { beforeEach, describe, expect, it } from 'vitest';
import { hasOpenssl } from '../../support/efirma/openssl-ocsp.ts';
import { openPortalPorAnios } from '../../support/tsa/portal-por-anios.ts';
import { makeTsaDe } from '../../support/tsa/tsa-de-otro-tiempo.ts';

const primera = makeTsaDe('Primera TSA', { desde: -1, hasta: 11 });
const segunda = makeTsaDe('Segunda TSA', { desde: 9, hasta: 22 });
const ajena = makeTsaDe('TSA en la que nadie confía', { desde: -1, hasta: 40 });

describe.skipIf(!hasOpenssl)('where there was nobody to renew for years (skipped without openssl)', () => {
  let portal: Awaited<ReturnType<typeof openPortalPorAnios>>;
  beforeEach(async () => {
    portal = await openPortalPorAnios([primera, segunda]);
  });

  it('the acuse is shown to have been there since the next stamp, and no earlier', { timeout: 300_000 }, async () => {
    const folio = await portal.register('ana@correo.example');
    portal.useTsa(primera);
    await portal.walkTo(1);
    portal.useTsa(null);
    await portal.walkTo(12);
    const sinTiempo = portal.verify(await portal.unpack(folio));
    expect(sinTiempo.status).toBe(0);
    expect(sinTiempo.said).not.toContain('según un tercero');
    portal.useTsa(segunda);
    await portal.walkTo(13);
    const { status, said } = portal.verify(await portal.unpack(folio));
    expect(said).toMatch(/Estaba ahí el .* 2039 GMT según un tercero; sellos que lo renovaron a tiempo: 0\./);
    expect(status).toBe(0);
  });

  it('no stamp is taken of a TSA that is not trusted', async () => {
    await portal.register('ana@correo.example');
    portal.useTsa(ajena);
    await portal.walkTo(1);
    expect(await portal.db.selloDeAncla.count()).toBe(0);
  });
});
