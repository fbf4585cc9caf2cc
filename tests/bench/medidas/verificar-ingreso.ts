import { constants, verify } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { Certificate } from '@nodecfdi/credentials/node';
import { createAutoridad } from '#demo/autoridad/create-autoridad.ts';
import { issueEfirma } from '#demo/autoridad/issue-efirma.ts';
import { buildLoginText } from '#domain/efirma/login-text.ts';
import { parseRfc } from '#domain/rfc.ts';
import type { Verificador } from '#infra/efirma/create-verificador.ts';
import { createVerificador } from '#infra/efirma/create-verificador.ts';
import { loadTrustStore } from '#infra/efirma/load-trust-store.ts';
import { daysFrom, FISICA, makeTempDir } from '../../support/efirma/autoridad-de-prueba.ts';
import { firmar } from '../../support/firmar.ts';
import type { Medida } from '../medida.ts';
import { timeMany } from '../stopwatch.ts';

/** The keys of the SAT's authorities. */
const BITS_DE_LA_AUTORIDAD = 4096;
/** The other library judges dates by the machine's clock. */
const NOW = new Date();
const HOLDER = { ...FISICA, validoDesde: daysFrom(NOW, -30), validoHasta: daysFrom(NOW, 1000) };
const LOGIN = { host: 'localhost:3000', nonce: 'n'.repeat(43), exp: 1_800_000_000, rfc: FISICA.rfc };

export const verificarIngreso: Medida = {
  name: 'verificar-ingreso',
  what: 'Verificar un ingreso: certificado, cadena, fechas, clase, RFC y firma',
  async prepare(banco) {
    banco.progress('una autoridad de 4096 bits y una e.firma');
    const autoridad = await createAutoridad({ now: NOW, bits: BITS_DE_LA_AUTORIDAD });
    const acDir = makeTempDir();
    writeFileSync(path.join(acDir, 'raiz.cer'), autoridad.raiz.cer);
    writeFileSync(path.join(acDir, 'ac.cer'), autoridad.ac.cer);
    const efirma = await issueEfirma(autoridad.ac, { ...HOLDER, serie: '30001000000900000001' });
    const firma = firmar(efirma, buildLoginText(LOGIN));
    const trustStore = loadTrustStore(acDir);
    const known = createVerificador(trustStore);
    const floors = () => [
      { name: 'crypto.verify, sin nada más', sample: timeMany(verifyOnly(efirma.llaves.publicKey, firma), banco) },
      {
        name: '@nodecfdi/credentials, sin cadena',
        sample: timeMany(verifyWithCredentials(efirma.cer, firma), banco),
        meta: { times: 1 / 4 },
      },
    ];
    const verifyWith = (choose: () => Verificador) => timeMany(() => verifyLogin(choose(), efirma.cer, firma), banco);
    return [
      {
        what: 'certificado nunca visto',
        unit: 'ms',
        own: { name: 'Buzón', sample: verifyWith(() => createVerificador(trustStore)) },
        floors: floors(),
      },
      {
        what: 'certificado ya visto',
        unit: 'ms',
        own: { name: 'Buzón', sample: verifyWith(() => known) },
        floors: floors(),
      },
    ];
  },
};

/** What signIn does between the challenge and the question about revocation. */
function verifyLogin(verificador: Verificador, cer: Uint8Array, firma: Uint8Array): void {
  const verified = verificador.verifyCertificado(cer, NOW);
  const rfc = parseRfc(FISICA.rfc);
  if (!verified.ok || !rfc.ok || verified.value.rfc !== rfc.value) throw new Error('the e.firma was refused');
  const text = buildLoginText({ ...LOGIN, rfc: rfc.value });
  if (!verificador.verifyFirma(verified.value, text, firma)) throw new Error('the signature was refused');
}

function verifyOnly(publicKey: Parameters<typeof verify>[2], firma: Uint8Array): () => void {
  const data = Buffer.from(buildLoginText(LOGIN));
  const key = { key: publicKey as never, padding: constants.RSA_PKCS1_PADDING };
  return () => {
    if (!verify('sha256', data, key, firma)) throw new Error('the signature was refused');
  };
}

/** Parse, kind, RFC and signature; it checks no chain, and its dates are those of today. */
function verifyWithCredentials(cer: Uint8Array, firma: Uint8Array): () => void {
  const der = Buffer.from(cer).toString('binary');
  const signature = Buffer.from(firma).toString('binary');
  const text = buildLoginText(LOGIN);
  return () => {
    const certificate = new Certificate(der);
    const isGood = certificate.satType().isFiel() && certificate.validOn() && certificate.rfc() === FISICA.rfc;
    if (!isGood || !certificate.publicKey().verify(text, signature)) throw new Error('the e.firma was refused');
  };
}
