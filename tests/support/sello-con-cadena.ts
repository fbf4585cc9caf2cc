import { sign, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basicConstraints, buildCertificado, CSD_USAGE, keyUsage } from '#demo/autoridad/build-certificado.ts';
import { issuerOf } from '#demo/autoridad/create-autoridad.ts';
import { makeLlaves } from '#demo/autoridad/llaves.ts';
import { buildNombre } from '#demo/autoridad/nombre.ts';
import { context, contextPrimitive, type Nodo, octets, oid, sequence, toDer } from '#infra/asn1/asn1.ts';
import type { Sello } from '#infra/sello/sello.ts';
import { type AutoridadDePrueba, daysFrom } from './efirma/autoridad-de-prueba.ts';
import { asPem, makeOpensslCrl, startOpensslOcsp } from './efirma/openssl-ocsp.ts';

const AUTHORITY_INFO_ACCESS = '1.3.6.1.5.5.7.1.1';
const OCSP = '1.3.6.1.5.5.7.48.1';
const CRL_DISTRIBUTION_POINTS = '2.5.29.31';
let siguiente = 1;
const nextSerie = () => `300010000007${String(siguiente++).padStart(8, '0')}`;

/** A certificate that names its OCSP service, which runs: of a sello or of whoever stamps time. */
export async function issueConOcsp(autoridad: AutoridadDePrueba, now: Date, estado: 'buenas' | 'revocadas' = 'buenas') {
  const serie = nextSerie();
  const servicio = await startOpensslOcsp(autoridad, { buenas: [], revocadas: [], [estado]: [serie] }, '-ndays', '1');
  return { ...(await issue(autoridad, now, serie, infoAccess(servicio.url))), serie, servicio };
}

/** One that names a list of revoked certificates, which is served; itself is in it or not. */
export async function issueConLista(
  autoridad: AutoridadDePrueba,
  now: Date,
  estado: 'buenas' | 'revocadas' = 'buenas',
) {
  const serie = nextSerie();
  const lista = makeOpensslCrl(autoridad, estado === 'revocadas' ? [serie] : []);
  const server = createServer((_, answer) => answer.end(lista)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/lista.crl`;
  const names = context(0, context(0, contextPrimitive(6, Buffer.from(url, 'latin1'))));
  const puntos = sequence(oid(CRL_DISTRIBUTION_POINTS), octets(toDer(sequence(sequence(names)))));
  return { ...(await issue(autoridad, now, serie, puntos)), serie, lista, servicio: server };
}

async function issue(autoridad: AutoridadDePrueba, now: Date, serie: string, extension: Nodo) {
  const llaves = await makeLlaves(2048);
  const cer = buildCertificado({
    serie,
    issuer: issuerOf(autoridad.ac),
    subject: buildNombre([{ type: 'commonName', value: 'Sello del Instituto, de prueba', tipo: 'UTF8' }]),
    validoDesde: daysFrom(now, -30),
    validoHasta: daysFrom(now, 1000),
    publicKey: llaves.publicKey,
    extensions: [basicConstraints(false), keyUsage(CSD_USAGE), extension],
    signWith: autoridad.ac.privateKey,
  });
  return { cer, llaves };
}

/** A sello whose certificate is of an authority, with its chain, as SELLO_CERT may have it. */
export async function makeSelloConCadena(
  autoridad: AutoridadDePrueba,
  now: Date,
  issueIt: typeof issueConOcsp | typeof issueConLista = issueConOcsp,
) {
  const { cer, llaves, serie, servicio } = await issueIt(autoridad, now);
  const certificadoPem = [cer, autoridad.ac.cer, autoridad.raiz.cer].map(asPem).join('');
  const sello: Sello = {
    huella: new X509Certificate(cer).fingerprint256.replaceAll(':', '').toLowerCase(),
    serie,
    certificadoPem,
    isDemo: true,
    sign: async (bytes) => new Uint8Array(sign('RSA-SHA256', bytes, llaves.privateKey)),
  };
  return { sello, llaves, servicio };
}

function infoAccess(url: string): Nodo {
  const access = sequence(oid(OCSP), contextPrimitive(6, Buffer.from(url, 'latin1')));
  return sequence(oid(AUTHORITY_INFO_ACCESS), octets(toDer(sequence(access))));
}
