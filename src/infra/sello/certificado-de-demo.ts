import { type KeyObject, sign } from 'node:crypto';
import forge from 'node-forge';

/** In the subject of the demo's sealing certificate, and of no other: by it an acuse knows that it is a demonstration. */
export const MARCA_DE_DEMO = 'DEMOSTRACIÓN SIN VALIDEZ OFICIAL';

const ANIOS = 10;
const DIA_MS = 86_400_000;

/** Valid ten years from the day before `now`. node:crypto signs, which is many times faster than node-forge. */
export function makeCertificadoDeDemo(
  { publicKey, privateKey }: { publicKey: KeyObject; privateKey: KeyObject },
  serie: string,
  now: Date,
): string {
  const certificado = forge.pki.createCertificate();
  certificado.publicKey = forge.pki.publicKeyFromPem(publicKey.export({ type: 'spki', format: 'pem' }).toString());
  certificado.serialNumber = Buffer.from(serie, 'ascii').toString('hex');
  certificado.validity.notBefore = new Date(now.getTime() - DIA_MS);
  certificado.validity.notAfter = new Date(now.getTime());
  certificado.validity.notAfter.setUTCFullYear(now.getUTCFullYear() + ANIOS);
  certificado.setSubject(SUJETO);
  certificado.setIssuer(SUJETO);
  certificado.setExtensions([
    { name: 'basicConstraints', cA: false, critical: true },
    { name: 'keyUsage', digitalSignature: true, nonRepudiation: true, critical: true },
    { name: 'subjectKeyIdentifier' },
  ]);
  return signCertificado(certificado, privateKey);
}

// node-forge takes valueTagClass per attribute and encodes UTF8String itself; its types know neither.
const SUJETO = [
  { name: 'commonName', value: 'Sello digital de demostración del portal Buzón', valueTagClass: forge.asn1.Type.UTF8 },
  { name: 'organizationName', value: 'Portal Buzón (no oficial)', valueTagClass: forge.asn1.Type.UTF8 },
  { name: 'organizationalUnitName', value: MARCA_DE_DEMO, valueTagClass: forge.asn1.Type.UTF8 },
  { name: 'countryName', value: 'MX' },
] as unknown as forge.pki.CertificateField[];

function signCertificado(certificado: forge.pki.Certificate, privateKey: KeyObject): string {
  const { asn1, pki } = forge;
  const algorithm = pki.oids.sha256WithRSAEncryption as string;
  Object.assign(certificado, { signatureOid: algorithm, siginfo: { algorithmOid: algorithm } });
  const tbs = (pki as unknown as ForgePki).getTBSCertificate(certificado);
  const signature = sign('RSA-SHA256', Buffer.from(asn1.toDer(tbs).getBytes(), 'binary'), privateKey);
  Object.assign(certificado, { tbsCertificate: tbs, signature: signature.toString('binary') });
  return pki.certificateToPem(certificado);
}

interface ForgePki {
  getTBSCertificate(certificado: forge.pki.Certificate): forge.asn1.Asn1;
}
