import type { IncomingMessage } from 'node:http';
import type { BlockList } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRedes } from '#infra/env/redes.ts';
import { settleDireccion } from './settle-direccion.ts';

const LOOPBACK = parseRedes('127.0.0.0/8,::1') as BlockList;
const PROXIES = parseRedes('10.0.0.0/8, fd00::/8,192.0.2.7') as BlockList;

type Lines = [name: string, value: string][];

/** What is left of a request's headers, which Node joins or keeps one of. */
function settle(peer: string | undefined, lines: Lines = [], redes = LOOPBACK): Record<string, unknown> {
  const given: Record<string, string[]> = {};
  for (const [name, value] of lines) given[name] = [...(given[name] ?? []), value];
  const headers = Object.fromEntries(Object.entries(given).map(([name, values]) => [name, values.join(', ')]));
  const request = { headers, headersDistinct: given, socket: { remoteAddress: peer } } as unknown as IncomingMessage;
  settleDireccion(request, redes);
  return headers;
}

const direccionOf = (...asked: Parameters<typeof settle>) => settle(...asked)['x-buzon-direccion'];

describe('whoever comes straight to the portal', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:DB8:0::1', '2001:db8::1'],
    ['fe80::1%eth0', 'fe80::1'],
    ['::ffff:127.0.0.1', '127.0.0.1'],
    [undefined, 'desconocida'],
  ])('is known by their socket: %s', (peer, expected) => {
    expect(direccionOf(peer)).toBe(expected);
    if (expected === '127.0.0.1') return;
    for (const name of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'x-buzon-direccion'])
      expect(direccionOf(peer, [[name, 'forwarded' === name ? 'for=127.0.0.1' : '127.0.0.1']])).toBe(expected);
  });

  it('is not believed about anything else, and Next sees nothing of it', () => {
    const claims: Lines = [
      ['x-forwarded-for', '127.0.0.1'],
      ['x-forwarded-proto', 'https'],
      ['x-forwarded-host', 'otro.example'],
      ['x-forwarded-port', '443'],
      ['forwarded', 'for=127.0.0.1;host=otro.example;proto=https'],
      ['x-real-ip', '127.0.0.1'],
      ['host', 'buzon.example'],
    ];
    expect(settle('203.0.113.7', claims)).toEqual({
      host: 'buzon.example',
      'x-buzon-direccion': '203.0.113.7',
      'x-buzon-proceso': expect.any(String),
    });
  });
});

it('names nobody by a header of thousands of hops, and reads none of them', () => {
  for (const name of ['x-forwarded-for', 'forwarded', 'x-real-ip'])
    expect(direccionOf('10.0.0.1', [[name, '::1,'.repeat(4_000)]], PROXIES)).toBe('desconocida');
});

describe('whom a proxy of ours speaks for', () => {
  it.each<[string, Lines, string]>([
    ['nobody', [], '10.0.0.1'],
    ['the one it names', [['x-forwarded-for', '198.51.100.4']], '198.51.100.4'],
    ['not what that one claimed', [['x-forwarded-for', '127.0.0.1, unknown,198.51.100.4']], '198.51.100.4'],
    ['past other proxies of ours', [['x-forwarded-for', '1.2.3.4, 198.51.100.4, 192.0.2.7 ,fd00::2']], '198.51.100.4'],
    ['where all are ours the nearest', [['x-forwarded-for', '10.9.9.9, 10.0.0.5']], '10.0.0.5'],
    ['in one spelling', [['x-forwarded-for', '2001:DB8:0:0::1']], '2001:db8::1'],
    ['by X-Real-IP', [['x-real-ip', '198.51.100.4']], '198.51.100.4'],
    ['by Forwarded', [['forwarded', 'for=1.2.3.4, for=198.51.100.4;proto=https;by=10.0.0.1']], '198.51.100.4'],
    ['by Forwarded, quoted', [['forwarded', 'proto=https; For="[2001:db8::1]"']], '2001:db8::1'],
    [
      'by two that agree',
      [
        ['x-forwarded-for', '198.51.100.4, 10.0.0.2'],
        ['x-real-ip', '10.0.0.2'],
        ['forwarded', 'for="198.51.100.4"'],
      ],
      '198.51.100.4',
    ],
  ])('%s', (_, lines, expected) => {
    expect(direccionOf('10.0.0.1', lines, PROXIES)).toBe(expected);
  });

  const MALFORMED = [
    'unknown',
    '',
    ' ',
    ',',
    '198.51.100.4,',
    '_hidden',
    '198.51.100.4:1234',
    '[2001:db8::1]',
    '[2001:db8::1]:443',
    '"198.51.100.4"',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '0:0:0:0:0:ffff:127.0.0.1',
    '::FFFF:198.51.100.4',
    'fe80::1%eth0',
    '127.1',
    '0177.0.0.1',
    '2130706433',
    '127.0.0.1 ; 198.51.100.4',
    'localhost',
    '127.0.0.1',
    '127.8.9.10',
    '::1',
    '0:0:0:0:0:0:0:1',
    '198.51.100.4, 127.0.0.1, unknown',
  ];
  it.each(MALFORMED)('nobody, nor this machine, when it is «%s»', (value) => {
    for (const redes of [LOOPBACK, PROXIES]) {
      const peer = redes === LOOPBACK ? '::ffff:127.0.0.1' : '10.0.0.1';
      for (const name of ['x-forwarded-for', 'x-real-ip'])
        expect(direccionOf(peer, [[name, value]], redes)).toBe('desconocida');
    }
  });

  it.each([
    'for=unknown',
    'for=_a',
    'for=198.51.100.4:80',
    'for="198.51.100.4:80"',
    'for="[2001:db8::1]:80"',
    'for=[2001:db8::1]',
    'for="[::ffff:127.0.0.1]"',
    'for="[::1]"',
    'for=127.0.0.1',
    'for="[127.0.0.1]"',
    'for=198.51.100.4;for=203.0.113.5',
    'by=198.51.100.4',
    'for=198.51.100.4,',
    'for = 198.51.100.4',
    'for="198.51.100.4',
    '198.51.100.4',
    '',
  ])('nobody when Forwarded is «%s»', (value) => {
    expect(direccionOf('127.0.0.1', [['forwarded', value]])).toBe('desconocida');
  });

  it.each<[string, Lines]>([
    [
      'twice',
      [
        ['x-forwarded-for', '198.51.100.4'],
        ['x-forwarded-for', '198.51.100.4'],
      ],
    ],
    [
      'two ways that differ',
      [
        ['x-forwarded-for', '198.51.100.4'],
        ['x-real-ip', '203.0.113.5'],
      ],
    ],
    [
      'one way well and another badly',
      [
        ['x-forwarded-for', '198.51.100.4'],
        ['forwarded', 'for=unknown'],
      ],
    ],
  ])('nobody when it is said %s', (_, lines) => {
    expect(direccionOf('127.0.0.1', lines)).toBe('desconocida');
  });

  it('is never this machine, whatever the header says', () => {
    const name = fc.constantFrom('x-forwarded-for', 'forwarded', 'x-real-ip');
    const value = fc.oneof(
      fc.string(),
      fc.ipV4(),
      fc.ipV6(),
      fc
        .array(fc.constantFrom('127.0.0.1', '::1', 'for=', '"', '[', ']', ',', ';', ' ', ':', '%'))
        .map((all) => all.join('')),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value), { minLength: 1 }), (lines) => {
        expect(direccionOf('127.0.0.1', lines as Lines)).not.toMatch(/^(127\.|::1$|::ffff:)/);
      }),
    );
  });
});

describe('the host that was asked for', () => {
  it.each<[Lines, string]>([
    [[['x-forwarded-host', 'buzon.example:8443']], 'buzon.example:8443'],
    [[['x-forwarded-host', '[2001:db8::1]:443']], '[2001:db8::1]:443'],
    [[['x-forwarded-host', 'uno.example, dos.example']], 'interno'],
    [[['x-forwarded-host', 'uno.example/ruta']], 'interno'],
    [[['x-forwarded-host', '']], 'interno'],
    [
      [
        ['x-forwarded-host', 'uno.example'],
        ['x-forwarded-host', 'uno.example'],
      ],
      'interno',
    ],
  ])('%j', (lines, expected) => {
    expect(settle('127.0.0.1', [['host', 'interno'], ...lines]).host).toBe(expected);
  });
});

it('what Next asks of itself for a visitor is asked by that visitor, and by no other who says so', () => {
  const first = settle('203.0.113.7');
  const again = Object.entries({ ...first, 'x-forwarded-for': '127.0.0.1' }) as Lines;
  expect(settle('127.0.0.1', again)).toEqual(first);
  expect(
    direccionOf('203.0.113.9', [
      ['x-buzon-direccion', '127.0.0.1'],
      ['x-buzon-proceso', 'otro'],
    ]),
  ).toBe('203.0.113.9');
});
