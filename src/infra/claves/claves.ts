import { createHmac, hkdfSync } from 'node:crypto';

/** Derives what is never stored: the token of a link and the bytes of a code (dominio.md, «Decisions»). */
export type Claves = ReturnType<typeof createClaves>;

export type Proposito =
  | 'enlace-de-correo'
  | 'codigo-de-celular'
  | 'enlace-de-confirmacion'
  | 'texto-de-aviso'
  | 'rebote-de-aviso'
  | 'retorno-de-aviso'
  | 'marca-de-formulario'
  | 'firma-de-registro'
  | 'marca-de-navegador';

/** The first of AUTH_SECRET derives for new medios, all of them verify; so with messages and MENSAJES_SECRET. */
export function createClaves(secrets: readonly [string, ...string[]], deMensajes: readonly string[] = []) {
  const byId = new Map([...secrets, ...deMensajes].map((secret) => [keyId(secret), secret]));
  return {
    idVigente: keyId(secrets[0]),
    /** Of every key in AUTH_SECRET, the one that derives first. */
    ids: [...new Set(secrets.map(keyId))],
    /** Of the key that vouches for what messages said: the first of MENSAJES_SECRET or, without it, that of AUTH_SECRET. */
    idDeMensajes: keyId(deMensajes[0] ?? secrets[0]),
    /** Null when that key is no longer in either. */
    derive(claveId: string, proposito: Proposito, id: string): Uint8Array | null {
      const secret = byId.get(claveId);
      if (secret === undefined) return null;
      return createHmac('sha256', bind(secret, proposito)).update(id).digest();
    },
  };
}

function keyId(secret: string): string {
  return Buffer.from(bind(secret, 'id')).toString('hex').slice(0, 12);
}

function bind(secret: string, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, 'buzon', purpose, 32));
}
