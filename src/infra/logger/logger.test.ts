import { describe, expect, it } from 'vitest';
import { createLogger } from './logger.ts';

function capture() {
  const lines: string[] = [];
  const now = () => new Date('2026-11-24T12:00:00.000Z');
  const log = createLogger({ nivel: 'debug', now, destination: { write: (line) => void lines.push(line) } });
  return { log, lines };
}

describe('createLogger', () => {
  it('stamps lines with the injected clock', () => {
    const { log, lines } = capture();
    log.info('listo');
    expect(JSON.parse(lines[0] ?? '')).toEqual({ level: 'info', time: '2026-11-24T12:00:00.000Z', msg: 'listo' });
  });

  it.each([
    { rfc: 'EKU9003173C9' },
    { medio: { valor: 'persona@example.com' } },
    { a: { b: { token: 'persona@example.com' } } },
    { headers: { cookie: 'EKU9003173C9' } },
    { req: { headers: { 'set-cookie': 'EKU9003173C9' } } },
  ])('hides what is private in %j', (fields) => {
    const { log, lines } = capture();
    log.warn(fields, 'algo');
    expect(lines.join('')).not.toMatch(/EKU9003173C9|persona@example\.com/);
  });

  it('keeps the message of an error but not that of a query', () => {
    const { log, lines } = capture();
    const query = Object.assign(new Error('where rfc = EKU9003173C9'), {
      name: 'PrismaClientKnownRequestError',
      code: 'P2002',
    });
    log.error({ err: query }, 'falló');
    log.error({ err: new Error('sin red') }, 'falló');
    expect(lines[0]).toContain('P2002');
    expect(lines[0]).not.toContain('EKU9003173C9');
    expect(lines[1]).toContain('sin red');
  });
});
