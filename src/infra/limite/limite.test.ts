import { describe, expect, it } from 'vitest';
import { redesDe } from './limite.ts';

describe('the networks that an address counts for', () => {
  it('are the /64 and the /48 of an IPv6 address, however it is written', () => {
    const redes = ['2001:db8:1:2::/64', '2001:db8:1::/48'];
    for (const direccion of [
      '2001:db8:1:2:3:4:5:6',
      '2001:DB8:1:2::',
      '2001:0db8:0001:0002:ffff::1',
      '2001:db8:1:2::9%eth0',
    ])
      expect(redesDe(direccion)).toEqual(redes);
    expect(redesDe('2001:db8::1')).toEqual(['2001:db8:0:0::/64', '2001:db8:0::/48']);
    expect(redesDe('::1')).toEqual(['0:0:0:0::/64', '0:0:0::/48']);
  });

  it('are an IPv4 address alone, also where it comes as IPv6, and whatever is no address', () => {
    expect(redesDe('192.0.2.7')).toEqual(['192.0.2.7']);
    expect(redesDe('::ffff:192.0.2.7')).toEqual(['192.0.2.7']);
    expect(redesDe('desconocida')).toEqual(['desconocida']);
  });
});
