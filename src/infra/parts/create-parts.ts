import { createClaves } from '../claves/claves.ts';
import { createClock } from '../clock/clock.ts';
import { createDb } from '../db/db.ts';
import type { CertificadoVerificado } from '../efirma/certificado-verificado.ts';
import { createVerificador } from '../efirma/create-verificador.ts';
import { loadTrustStore } from '../efirma/load-trust-store.ts';
import type { Settings } from '../env/settings.ts';
import { createLogger } from '../logger/logger.ts';
import { consultOcsp } from '../ocsp/consult-ocsp.ts';
import type { RespuestaOcsp } from '../ocsp/respuesta-ocsp.ts';
import { createSelloDePdf } from '../pades/create-sello-de-pdf.ts';
import { createSello } from '../sello/create-sello.ts';
import { createStampTime } from '../tsa/create-stamp-time.ts';
import { verifySelloDeTiempo } from '../tsa/verify-sello-de-tiempo.ts';

const OCSP_TIMEOUT_MS = 8_000;
const TSA_TIMEOUT_MS = 5_000;

/**
 * The concrete parts that portal and worker share, made once a process from its settings.
 * Throws when an authority or the sealing certificate cannot be used.
 */
export function createParts(settings: Settings, { conexiones }: { conexiones: number }) {
  const { now, desfaseMs } = createClock(settings.desfase);
  const sello = createSello(settings.sello, now);
  const stampTime = settings.tsaUrl ? createStampTime({ url: settings.tsaUrl, now, timeoutMs: TSA_TIMEOUT_MS }) : null;
  return {
    now,
    desfaseMs,
    log: createLogger({ nivel: settings.logNivel, now }),
    db: createDb(settings.databaseUrl, { max: conexiones }),
    appUrl: settings.appUrl,
    esDemo: settings.modo === 'demo',
    efirma: createVerificador(loadTrustStore(settings.efirma.acDir)),
    consultOcsp: createConsulta(settings.efirma.ocspUrl, now),
    politicaOcsp: settings.efirma.ocspPolitica,
    sello,
    selloDePdf: createSelloDePdf(sello, stampTime),
    stampTime,
    verifySelloDeTiempo,
    claves: createClaves(settings.authSecrets),
  };
}

function createConsulta(url: string | null, now: () => Date) {
  return async ({ der: certificado, emisor }: CertificadoVerificado): Promise<RespuestaOcsp> =>
    url === null
      ? { resultado: 'NO_CONSULTADO' }
      : consultOcsp({ url, certificado, emisor, now: now(), timeoutMs: OCSP_TIMEOUT_MS });
}
