import { createClaves } from '../claves/claves.ts';
import { createClock } from '../clock/clock.ts';
import { createDb, type TrabajoDeDb } from '../db/db.ts';
import { createLectura, createMeasureReplica } from '../db/lectura.ts';
import { createVerificador } from '../efirma/create-verificador.ts';
import { loadTrustStore } from '../efirma/load-trust-store.ts';
import type { Settings } from '../env/settings.ts';
import { findRastro } from '../logger/hilo.ts';
import { createLogger } from '../logger/logger.ts';
import { watchServicio } from '../metricas/metricas.ts';
import { createConsulta } from '../ocsp/consult-ocsp.ts';
import { verifyOcspAnswer } from '../ocsp/verify-ocsp-answer.ts';
import { createAskValidez } from '../pades/ask-validez.ts';
import { createSelloDePdf } from '../pades/create-sello-de-pdf.ts';
import { createSello } from '../sello/create-sello.ts';
import type { Sello } from '../sello/sello.ts';
import { createStampTime } from '../tsa/create-stamp-time.ts';
import { createVerifySelloDeTiempo } from '../tsa/create-verify-sello-de-tiempo.ts';

const OCSP_TIMEOUT_MS = 8_000;
const TSA_TIMEOUT_MS = 5_000;

interface PartsOptions {
  trabajo: TrabajoDeDb;
  conexiones: number;
}

/** Once a process. Throws when an authority or the sealing certificate cannot be used. */
export function createParts(settings: Settings, { trabajo, conexiones }: PartsOptions) {
  const { now, desfaseMs } = createClock(settings.desfase);
  const unwatched = createSello(settings.sello, now);
  const sello: Sello = { ...unwatched, sign: watchServicio('sello', unwatched.sign, () => 'sellado') };
  const log = createLogger({ nivel: settings.logNivel, now });
  const consult = createConsulta({ url: settings.efirma.ocspUrl, now, timeoutMs: OCSP_TIMEOUT_MS, log });
  const db = createDb(settings.databaseUrl, { trabajo, max: conexiones });
  const verifySelloDeTiempo = openVerifySelloDeTiempo(settings);
  const tsa = { now, timeoutMs: TSA_TIMEOUT_MS, verify: verifySelloDeTiempo };
  const ask = settings.tsaUrl ? createStampTime({ url: settings.tsaUrl, ...tsa }) : null;
  const stampTime = ask && watchServicio('tsa', ask, resultadoDe);
  const { certificadoPem } = sello;
  const askValidez = createAskValidez({ certificadoPem, stampTime, now, timeoutMs: TSA_TIMEOUT_MS, log });
  return {
    now,
    desfaseMs,
    log,
    db,
    lectura: createLectura(db, trabajo === 'PORTAL' ? settings.databaseUrlLectura : null, log),
    appUrl: settings.appUrl,
    esDemo: settings.modo === 'demo',
    efirma: createVerificador(loadTrustStore(settings.efirma.acDir)),
    consultOcsp: watchServicio('ocsp', consult, resultadoDe),
    verifyOcsp: verifyOcspAnswer,
    politicaOcsp: settings.efirma.ocspPolitica,
    sello,
    selloDePdf: createSelloDePdf(sello, stampTime, askValidez),
    stampTime,
    verifySelloDeTiempo,
    algoritmo: settings.algoritmo,
    claves: createClaves(settings.authSecrets, settings.mensajesSecrets),
    rastro: findRastro,
    measureReplica: createMeasureReplica(settings.databaseUrlLectura),
  };
}

const resultadoDe = ({ resultado }: { resultado: string }) => resultado;

/** By the authorities of TSA_AC_DIR; without it no stamp is believed. Throws when one of them cannot be used. */
export function openVerifySelloDeTiempo({ tsaAcDir }: Pick<Settings, 'tsaAcDir'>) {
  return createVerifySelloDeTiempo(tsaAcDir ? loadTrustStore(tsaAcDir) : []);
}
