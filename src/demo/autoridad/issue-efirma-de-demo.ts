import { createAutoridad, type Firmante } from './create-autoridad.ts';
import type { CasoDeDemo, EfirmaDeDemo } from './efirma-de-demo.ts';
import { type EfirmaEmitida, issueEfirma } from './issue-efirma.ts';
import { makeLlaves } from './llaves.ts';

const YEAR_MS = 365.25 * 24 * 3_600_000;

/** Begin and end of each case, in years from the moment when the demo was made; an e.firma lives four. */
const VIGENCIA: Partial<Record<CasoDeDemo, [number, number]>> = {
  VENCIDA: [-5, -1],
  AUN_NO_VIGENTE: [4, 8],
};
const VIGENTE: [number, number] = [-0.1, 3.9];

export async function issueEfirmaDeDemo(ac: Firmante, efirma: EfirmaDeDemo, now: Date): Promise<EfirmaEmitida> {
  const [from, to] = VIGENCIA[efirma.caso] ?? VIGENTE;
  const emisor = efirma.caso === 'OTRA_AUTORIDAD' ? (await createAutoridad({ now })).ac : ac;
  const llavesDelArchivo = efirma.caso === 'PAR_NO_CORRESPONDE' ? await makeLlaves(2048) : undefined;
  return issueEfirma(emisor, {
    ...efirma,
    clase: efirma.caso === 'CSD' ? 'CSD' : 'EFIRMA',
    validoDesde: new Date(now.getTime() + from * YEAR_MS),
    validoHasta: new Date(now.getTime() + to * YEAR_MS),
    llavesDelArchivo,
  });
}
