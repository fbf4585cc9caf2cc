import { createClaves } from '../claves/claves.ts';
import { createClock } from '../clock/clock.ts';
import type { Trabajo } from '../db/connection.ts';
import { createDb } from '../db/db.ts';
import { createLectura } from '../db/lectura.ts';
import { createVerificador } from '../efirma/create-verificador.ts';
import { loadTrustStore } from '../efirma/load-trust-store.ts';
import type { Settings } from '../env/settings.ts';
import { createLogger } from '../logger/logger.ts';
import { createConsulta } from '../ocsp/create-consulta.ts';
import { createSelloDePdf } from '../pades/create-sello-de-pdf.ts';
import { createSello } from '../sello/create-sello.ts';
import { createStampTime } from '../tsa/create-stamp-time.ts';
import { createVerifySelloDeTiempo } from '../tsa/create-verify-sello-de-tiempo.ts';

const OCSP_TIMEOUT_MS = 8_000;
const TSA_TIMEOUT_MS = 5_000;

/** Once a process. Throws when an authority or the sealing certificate cannot be used. */
export function createParts(settings: Settings, { trabajo, conexiones }: { trabajo: Trabajo; conexiones: number }) {
  const { now, desfaseMs } = createClock(settings.desfase);
  const sello = createSello(settings.sello, now);
  const log = createLogger({ nivel: settings.logNivel, now });
  const ocsp = createConsulta({ url: settings.efirma.ocspUrl, now, timeoutMs: OCSP_TIMEOUT_MS, log });
  const db = createDb(settings.databaseUrl, { trabajo, max: conexiones });
  const verifySelloDeTiempo = openVerifySelloDeTiempo(settings);
  const tsa = { now, timeoutMs: TSA_TIMEOUT_MS, verify: verifySelloDeTiempo };
  const stampTime = settings.tsaUrl ? createStampTime({ url: settings.tsaUrl, ...tsa }) : null;
  return {
    now,
    desfaseMs,
    log,
    db,
    lectura: createLectura(db, trabajo === 'PORTAL' ? settings.databaseUrlLectura : null, log),
    appUrl: settings.appUrl,
    esDemo: settings.modo === 'demo',
    efirma: createVerificador(loadTrustStore(settings.efirma.acDir)),
    consultOcsp: ocsp.consult,
    cuentasDeOcsp: ocsp.cuentas,
    politicaOcsp: settings.efirma.ocspPolitica,
    sello,
    selloDePdf: createSelloDePdf(sello, stampTime),
    stampTime,
    verifySelloDeTiempo,
    claves: createClaves(settings.authSecrets),
  };
}

/** By the authorities of TSA_AC_DIR; without it no stamp is believed. Throws when one of them cannot be used. */
export function openVerifySelloDeTiempo({ tsaAcDir }: Pick<Settings, 'tsaAcDir'>) {
  return createVerifySelloDeTiempo(tsaAcDir ? loadTrustStore(tsaAcDir) : []);
}
