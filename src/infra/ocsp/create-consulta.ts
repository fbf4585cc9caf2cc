import type { CertificadoVerificado } from '#infra/efirma/certificado-verificado.ts';
import { createCorte } from '#infra/http/corte.ts';
import { Unreachable } from '#infra/http/post-bytes.ts';
import type { Logger } from '#infra/logger/logger.ts';
import { consultOcsp } from './consult-ocsp.ts';
import { postOcsp } from './post-ocsp.ts';
import type { RespuestaOcsp } from './respuesta-ocsp.ts';
import { createVistas } from './respuestas-vistas.ts';

interface ConsultaOptions {
  /** Null where nobody is asked (EFIRMA_OCSP_URL is empty). */
  url: string | null;
  now: () => Date;
  timeoutMs: number;
  log: Logger;
}

export interface Consulta {
  consult: (certificado: CertificadoVerificado) => Promise<RespuestaOcsp>;
  /** How often each was the answer, in this process. */
  cuentas: ReadonlyMap<RespuestaOcsp['resultado'], number>;
}

/** A responder that hangs makes three people wait, and then one every fifteen seconds. */
const CORTE = { fallas: 3, pausaMs: 15_000 };

/**
 * Asks the revocation service, unless it has just failed for those before: then it is SIN_RESPUESTA at once. Whether an answer
 * is good changes nothing of that: what a service says of one certificate must not keep others from being asked about. Each
 * answer is counted and logged, without whose it is.
 */
export function createConsulta({ url, now, timeoutMs, log }: ConsultaOptions): Consulta {
  const corte = createCorte(CORTE);
  const vistas = createVistas();
  const cuentas = new Map<RespuestaOcsp['resultado'], number>();
  const post: typeof postOcsp = async (...asked) => {
    if (corte.isOpen()) throw new Unreachable(`not asked: it failed ${CORTE.fallas} times in a row`);
    return corte.watch(() => postOcsp(...asked));
  };
  return {
    cuentas,
    async consult({ der: certificado, emisor }) {
      if (url === null) return { resultado: 'NO_CONSULTADO' };
      const respuesta = await consultOcsp({ url, certificado, emisor, now: now(), timeoutMs, vistas, post });
      const { resultado } = respuesta;
      cuentas.set(resultado, (cuentas.get(resultado) ?? 0) + 1);
      if ('motivo' in respuesta) log.warn({ resultado, motivo: respuesta.motivo }, 'no answer about a revocation');
      else log.info({ resultado }, 'an answer about a revocation');
      return respuesta;
    },
  };
}
