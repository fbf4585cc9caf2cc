import { createLruCache } from '#infra/efirma/lru-cache.ts';
import type { CertId } from './cert-id.ts';
import type { SingleResponse } from './read-ocsp-answer.ts';

const RECORDADAS = 2_000;

/** What each certificate's newest answer was, in this process. */
export interface Vistas {
  /**
   * Whether an answer was given before: it is older than another about the same certificate, or that very one after its end.
   * With `now` null it answers our own nonce, so it is only remembered.
   */
  isRepetida(certId: CertId, answer: SingleResponse, now: Date | null): boolean;
}

/** A responder without nonces gives the same answer to many while it holds; whoever kept one may not give it afterwards. */
export function createVistas(): Vistas {
  const newest = createLruCache<number>(RECORDADAS);
  return {
    isRepetida({ issuerKeyHash, serialNumber }, { thisUpdate, nextUpdate }, now) {
      const key = Buffer.concat([issuerKeyHash, serialNumber]).toString('hex');
      const at = thisUpdate.getTime();
      const known = newest.get(key) ?? Number.NEGATIVE_INFINITY;
      if (now && (at < known || (at === known && now > nextUpdate))) return true;
      newest.set(key, Math.max(at, known));
      return false;
    },
  };
}
