import { BlockList, isIP } from 'node:net';

/** Networks in CIDR, separated by commas; an address alone is a network of one. Null when one of them is malformed. */
export function parseRedes(text: string): BlockList | null {
  const redes = new BlockList();
  for (const red of text.split(',')) {
    const [, address = '', prefix] = /^([\da-f.:]+)(?:\/(\d{1,3}))?$/i.exec(red.trim()) ?? [];
    const bits = isIP(address) === 4 ? 32 : 128;
    if (!isIP(address) || Number(prefix ?? bits) > bits) return null;
    redes.addSubnet(address, Number(prefix ?? bits), isIP(address) === 4 ? 'ipv4' : 'ipv6');
  }
  return redes;
}
