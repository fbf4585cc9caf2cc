import forge from 'node-forge';

/** What most portals load to sign: all of node-forge. It opens and signs, and checks nothing else. */
self.onmessage = ({ data }: MessageEvent<{ llave: ArrayBuffer; contrasena: string; texto: string }>) => {
  const encrypted = forge.asn1.fromDer(forge.util.createBuffer(data.llave));
  const key = forge.pki.privateKeyFromAsn1(forge.pki.decryptPrivateKeyInfo(encrypted, data.contrasena));
  const digest = forge.md.sha256.create().update(data.texto, 'utf8');
  self.postMessage(Uint8Array.from(key.sign(digest), (byte) => byte.charCodeAt(0)).buffer);
};
