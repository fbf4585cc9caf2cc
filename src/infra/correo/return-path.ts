const PARTE_LOCAL_MAXIMA = 64;

/** A return path for one message (VERP); the plain address where the left part would be longer than RFC 5321 lets it be. */
export function returnPathOf(from: string, retorno: string): string {
  const local = `${addressOf(from).replace(/@.*$/, '')}+${retorno}`;
  return Buffer.byteLength(local) > PARTE_LOCAL_MAXIMA ? addressOf(from) : `${local}@${domainOf(from)}`;
}

export function addressOf(from: string): string {
  return from.replace(/^.*</, '').replace(/>.*$/, '').trim();
}

export function domainOf(from: string): string {
  return addressOf(from).replace(/^.*@/, '');
}
