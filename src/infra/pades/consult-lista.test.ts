import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AutoridadDePrueba, createAutoridadDePrueba } from '../../../tests/support/efirma/autoridad-de-prueba.ts';
import { hasOpenssl, makeOpensslCrl } from '../../../tests/support/efirma/openssl-ocsp.ts';
import { issueConLista } from '../../../tests/support/sello-con-cadena.ts';
import { consultLista, verifyLista } from './consult-lista.ts';

type Emitido = Awaited<ReturnType<typeof issueConLista>>;
const now = new Date();
let autoridad: AutoridadDePrueba;
let bueno: Emitido;
let revocado: Emitido;

beforeAll(async () => {
  if (!hasOpenssl) return;
  autoridad = await createAutoridadDePrueba(now);
  bueno = await issueConLista(autoridad, now, 'buenas');
  revocado = await issueConLista(autoridad, now, 'revocadas');
}, 60_000);
afterAll(() => {
  for (const emitido of [bueno, revocado]) emitido?.servicio.close();
});

const consult = ({ cer }: Emitido) => consultLista({ certificado: cer, emisor: autoridad.ac.cer, now }, 5_000);

function verify(der: Uint8Array, change: Partial<Parameters<typeof verifyLista>[0]> = {}) {
  return verifyLista({ der, certificado: bueno.cer, emisor: autoridad.ac.cer, now, ...change });
}

describe.skipIf(!hasOpenssl)('a list of revoked certificates made by openssl (skipped without openssl)', () => {
  it('says whether a certificate that names it is in it', async () => {
    expect(await consult(bueno)).toEqual({ resultado: 'BUENO', der: new Uint8Array(bueno.lista) });
    expect(await consult(revocado)).toMatchObject({ resultado: 'REVOCADO' });
    expect(verify(bueno.lista, { certificado: revocado.cer })).toMatchObject({ resultado: 'BUENO' });
    expect(verify(makeOpensslCrl(autoridad, [bueno.serie, revocado.serie]))).toMatchObject({ resultado: 'REVOCADO' });
  });

  it('nobody is asked about a certificate that names none', async () => {
    expect(await consultLista({ certificado: autoridad.ac.cer, emisor: autoridad.raiz.cer, now }, 5_000)).toBeNull();
  });

  it('proves nothing when it is another’s, of another moment, a part, touched, or no list', async () => {
    const otra = await createAutoridadDePrueba(now);
    const motivoOf = (der: Uint8Array, change = {}) => verify(der, change) as { motivo?: string };
    expect(motivoOf(makeOpensslCrl(otra, [])).motivo).toBe('not signed by the authority');
    expect(motivoOf(makeOpensslCrl(otra, []), { emisor: otra.raiz.cer }).motivo).toBe('not signed by the authority');
    expect(motivoOf(bueno.lista, { certificado: autoridad.ac.cer }).motivo).toBe('of another authority');
    for (const dias of [-2, 40])
      expect(motivoOf(bueno.lista, { now: new Date(now.getTime() + dias * 86_400_000) }).motivo).toBe(
        'not of this moment',
      );
    const listOf = (extensiones: string) => makeOpensslCrl(autoridad, [], '-crlexts', extensiones);
    expect(verify(listOf('de_personas'))).toMatchObject({ resultado: 'BUENO' });
    for (const kind of ['de_otras', 'cambios']) expect(motivoOf(listOf(kind)).motivo, kind).toBe('a part of a list');
    const touched = Buffer.from(revocado.lista);
    touched[touched.indexOf(Buffer.from(revocado.serie))] = 0x34;
    expect(motivoOf(touched).motivo).toBe('not signed by the authority');
    for (const der of [new Uint8Array(), bueno.cer, bueno.lista.subarray(0, -1), Buffer.from('<html>')])
      expect(() => verify(der)).toThrow();
    bueno.servicio.close();
    bueno.servicio.closeAllConnections();
    expect(await consult(bueno)).toEqual({ resultado: 'SIN_RESPUESTA', motivo: 'ECONNREFUSED' });
  });
});
