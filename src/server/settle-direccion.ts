import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { type BlockList, isIP } from 'node:net';

/** All that proxies say of whom they speak for: nothing but this file reads it. */
const REENVIO = /^(x-forwarded-.+|forwarded|x-real-ip)$/;
/** What pages read instead (app/_request/find-direccion.ts). */
const DIRECCION = 'x-buzon-direccion';
/** Known to this process alone: after an action that redirects, Next asks itself for the page, with the visitor's headers. */
const PROCESO = 'x-buzon-proceso';
const SECRETO = randomUUID();
/** Of whoever cannot be told apart: they share one limit. */
const DESCONOCIDA = 'desconocida';
/** Of what proxies say: twenty hops of IPv6. Whoever sends more has the portal read addresses by the thousand. */
const LARGO = 1_000;
const HOST = /^(?:[a-z\d.-]+|\[[\da-f:]+\])(?::\d{1,5})?$/i;

/**
 * Writes down who asks, over whatever the request claims: the other end of its socket or, where that is one of our proxies
 * (PROXY_REDES), whom it names. What is malformed, repeated or contradictory names nobody, and nobody is on this machine by a
 * header. Of a proxy's it also takes the host that was asked for. Then all of it goes: Next would believe it of anybody, and
 * speak TLS to itself where a proxy says «https».
 * @returns whether it came through a proxy of ours, or from this process itself.
 */
export function settleDireccion(request: IncomingMessage, redes: BlockList): boolean {
  const { headers, headersDistinct: given, socket } = request;
  for (const name of Object.keys(headers)) if (REENVIO.test(name)) delete headers[name];
  if (headers[PROCESO] === SECRETO) return true;
  headers[PROCESO] = SECRETO;
  // A socket for both families names IPv4 so, and a link its zone.
  const peer = spell(socket.remoteAddress?.replace(/%.*$/, '').replace(/^::ffff:(?=\d+\.)/i, '') ?? '');
  const isProxy = peer !== null && isIn(redes, peer);
  headers[DIRECCION] = isProxy ? clientOf(given, redes, peer) : (peer ?? DESCONOCIDA);
  const [host = '', ...others] = given['x-forwarded-host'] ?? [];
  if (isProxy && HOST.test(host) && others.length === 0) headers.host = host;
  return isProxy;
}

/** Each kind of header that is there has its say, and all have to agree. */
function clientOf(given: IncomingMessage['headersDistinct'], redes: BlockList, peer: string): string {
  const said = (['x-forwarded-for', 'forwarded', 'x-real-ip'] as const).flatMap((name) => {
    const lines = given[name];
    if (!lines) return [];
    const [line = '', ...others] = lines;
    const hops = others.length > 0 || line.length > LARGO ? [''] : line.split(',');
    return [findClient(hops.map(name === 'forwarded' ? readFor : spell), redes)];
  });
  if (said.length === 0) return peer;
  const outside = said.filter((address) => address === null || !isIn(redes, address));
  const [client, ...others] = new Set(outside.length > 0 ? outside : said);
  return client && others.length === 0 && !/^(127\.|::1$)/.test(client) ? client : DESCONOCIDA;
}

/** The last one that is none of our proxies; where all are, the nearest. Null when something else stands there. */
function findClient(hops: (string | null)[], redes: BlockList): string | null {
  const client = hops.findLast((hop) => hop === null || !isIn(redes, hop));
  return client === undefined ? (hops.at(-1) ?? null) : client;
}

/** The `for` of an element of Forwarded (RFC 7239), where IPv6 stands in brackets and quotes. */
function readFor(element: string): string | null {
  const [pair = '', ...others] = element.split(';').filter((each) => /^\s*for\s*=/i.test(each));
  const [, v6, v4, quoted] = /^for=(?:"\[([^[\]"]*:[^[\]"]*)\]"|([\d.]+)|"([\d.]+)")$/i.exec(pair.trim()) ?? [];
  return others.length === 0 ? spell(v6 ?? v4 ?? quoted ?? '') : null;
}

/** An address and nothing else (no port, brackets, zone, nor IPv4 in the dress of IPv6), in one spelling: that of RFC 5952. */
function spell(text: string): string | null {
  const address = text.trim();
  if (isIP(address) !== 6 || address.includes('%')) return isIP(address) === 4 ? address : null;
  const v6 = new URL(`http://[${address}]`).hostname.slice(1, -1);
  return v6.startsWith('::ffff:') ? null : v6;
}

function isIn(redes: BlockList, address: string): boolean {
  return redes.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6');
}
