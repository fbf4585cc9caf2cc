import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AutoridadDePrueba, createAutoridadDePrueba } from '../../../tests/support/efirma/autoridad-de-prueba.ts';
import { asPem, hasOpenssl } from '../../../tests/support/efirma/openssl-ocsp.ts';
import { issueConLista, issueConOcsp, makeSelloConCadena } from '../../../tests/support/sello-con-cadena.ts';
import { makeSello } from '../../../tests/support/sello-de-prueba.ts';
import type { StampTime } from '../tsa/create-stamp-time.ts';
import { createAskValidez } from './ask-validez.ts';

const MINUTO_MS = 60_000;
let autoridad: AutoridadDePrueba;
let now: Date;
const closers: (() => void)[] = [];

beforeAll(async () => {
  autoridad = await createAutoridadDePrueba(new Date());
}, 60_000);
afterAll(() => {
  for (const close of closers) close();
});

function createAsk(certificadoPem: string, stampTime: StampTime | null = null) {
  const said: string[] = [];
  const log = {
    warn: (_: object, line: string) => said.push(line),
    error: (_: object, line: string) => said.push(line),
  };
  now = new Date();
  const options = {
    certificadoPem,
    stampTime,
    now: () => now,
    timeoutMs: 5_000,
    log: log as never,
  };
  return { ask: createAskValidez(options), said };
}

it('of a certificate without authorities there is nothing to keep, and nobody is asked', async () => {
  const { ask, said } = createAsk(makeSello({ now: new Date() }).certificadoPem);
  expect(await ask()).toMatchObject({ autoridades: [], respuestas: [] });
  expect(said).toEqual([]);
});

describe.skipIf(!hasOpenssl)('with openssl ocsp (skipped without openssl)', () => {
  it('of one with its chain: each authority, and the answer of the service that it names, asked once a day', async () => {
    const { sello, servicio } = await makeSelloConCadena(autoridad, new Date());
    const { ask, said } = createAsk(sello.certificadoPem);
    const [validez, otra] = await Promise.all([ask(), ask()]);
    expect(validez.autoridades.map((der) => Buffer.from(der))).toEqual(
      [autoridad.ac.cer, autoridad.raiz.cer].map((der) => Buffer.from(der)),
    );
    expect(validez.respuestas).toHaveLength(1);
    expect(otra).toBe(validez);
    servicio.close();
    now = new Date(now.getTime() + 23 * 60 * MINUTO_MS);
    expect(await ask()).toBe(validez);
    now = new Date(now.getTime() + 61 * MINUTO_MS);
    expect(await ask()).toMatchObject({ autoridades: validez.autoridades, respuestas: [] });
    expect(said).toEqual(['no status of a certificate that seals']);
    now = new Date(now.getTime() + MINUTO_MS);
    await ask();
    expect(said).toHaveLength(1);
    now = new Date(now.getTime() + 5 * MINUTO_MS);
    await ask();
    expect(said).toHaveLength(2);
  });

  it('one that is revoked is told, with the answer that says so', async () => {
    const { cer, servicio } = await issueConOcsp(autoridad, new Date(), 'revocadas');
    closers.push(servicio.close);
    const { ask, said } = createAsk([cer, autoridad.ac.cer].map(asPem).join(''));
    expect((await ask()).respuestas).toHaveLength(1);
    expect(said).toEqual(['a certificate that seals is revoked or unknown']);
  });

  it('where no service is named the authority’s list is kept, also of one that is revoked', async () => {
    for (const estado of ['buenas', 'revocadas'] as const) {
      const { cer, lista, servicio } = await issueConLista(autoridad, new Date(), estado);
      closers.push(() => servicio.close());
      const { ask, said } = createAsk([cer, autoridad.ac.cer].map(asPem).join(''));
      expect(await ask()).toMatchObject({ respuestas: [], listas: [new Uint8Array(lista)], isCompleta: true });
      expect(said).toEqual(estado === 'buenas' ? [] : ['a certificate that seals is revoked or unknown']);
    }
  });

  it('of who stamps time, learned from a stamp, as much; while it does not answer, that part is left out', async () => {
    const { cer, servicio } = await issueConOcsp(autoridad, new Date());
    closers.push(servicio.close);
    let isUp = false;
    const stampTime: StampTime = async () => {
      const sello = {
        token: new Uint8Array(),
        fecha: now,
        emisor: 'x',
        certificados: [cer],
        cadena: [cer, autoridad.ac.cer, autoridad.raiz.cer],
        hasta: now,
      };
      return isUp ? { resultado: 'SELLADO', sello } : { resultado: 'SIN_RESPUESTA', motivo: 'down' };
    };
    const { ask } = createAsk(makeSello({ now: new Date() }).certificadoPem, stampTime);
    expect(await ask()).toMatchObject({ autoridades: [], respuestas: [] });
    isUp = true;
    now = new Date(now.getTime() + 5 * MINUTO_MS);
    const { autoridades, respuestas } = await ask();
    expect([autoridades.length, respuestas.length]).toEqual([2, 1]);
  });
});
