import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { OID } from '#formats/cms/oid.ts';
import { fechaGeneral } from '#infra/asn1/asn1.ts';
import type { StampTime } from '#infra/tsa/create-stamp-time.ts';
import type { VerifySelloDeTiempo } from '#infra/tsa/create-verify-sello-de-tiempo.ts';
import { makeAutoridadDeTiempo, makeLlave, makeToken } from './make-token.ts';

/** In years from 2026 on. */
type Vigencia = Record<'desde' | 'hasta', number>;

/** A TSA with an authority of its own, whose certificates are good in those years and which stamps at any hour of the test. */
export type TsaDe = ReturnType<typeof makeTsaDe>;

export function makeTsaDe(nombre: string, { desde, hasta }: Vigencia, resumen: 'sha256' | 'sha512' = 'sha256') {
  const keys = () =>
    generateKeyPairSync('rsa', { modulusLength: 2048 }) as Record<'publicKey' | 'privateKey', KeyObject>;
  const vigencia = { antes: -desde, anios: hasta };
  const raiz = makeAutoridadDeTiempo(`Raíz de ${nombre}`, keys(), vigencia);
  const firmante = makeLlave({ nombre, pair: keys(), emisor: raiz, ...vigencia });
  const sign = (bytes: Uint8Array, at: Date) =>
    makeToken({
      sha256: bytes,
      hashAlgorithm: bytes.length === 64 ? OID.sha512 : OID.sha256,
      fecha: fechaGeneral(new Date(Math.floor(at.getTime() / 1000) * 1000)),
      after: [],
      firmante,
      resumen,
    });
  const stampTimeOf =
    (verify: VerifySelloDeTiempo, now: () => Date): StampTime =>
    async (bytes) =>
      verify({ token: sign(bytes, now()), resumen: bytes });
  return { raiz: raiz.cer, sign, stampTimeOf };
}
