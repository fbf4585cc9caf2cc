import { describe, expect, it } from 'vitest';
import { direccionOf, isLoopback } from './find-direccion.ts';

describe('the network address of a caller', () => {
  it('is the socket’s, whatever the caller claims', () => {
    expect(direccionOf('203.0.113.7', '127.0.0.1')).toBe('203.0.113.7');
    expect(direccionOf('203.0.113.7', null)).toBe('203.0.113.7');
  });

  it('is the last hop that a reverse proxy on this machine names', () => {
    expect(direccionOf('127.0.0.1', '127.0.0.1, 198.51.100.4')).toBe('198.51.100.4');
    expect(direccionOf('::ffff:127.0.0.1', '2001:db8::1')).toBe('2001:db8::1');
  });

  it('is loopback only without a proxy, or when the proxy names nothing that is an address', () => {
    expect(isLoopback(direccionOf('127.0.0.1', null))).toBe(true);
    expect(isLoopback(direccionOf('127.0.0.1', 'nonsense'))).toBe(true);
    expect(isLoopback(direccionOf('::1', '198.51.100.4'))).toBe(false);
  });

  it('is nobody’s without a socket', () => {
    expect(direccionOf(undefined, '127.0.0.1')).toBe('desconocida');
    expect(isLoopback('desconocida')).toBe(false);
  });
});
