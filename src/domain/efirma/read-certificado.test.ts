import { beforeAll, describe, expect, test } from 'vitest';
import {
  AHORA,
  type AutoridadDePrueba,
  createAutoridadDePrueba,
  FISICA,
  MORAL,
} from '../../../tests/support/efirma/autoridad-de-prueba.ts';
import { type CertificadoLeido, readCertificado } from './read-certificado.ts';

let autoridad: AutoridadDePrueba;
type Spec = Parameters<AutoridadDePrueba['issue']>[0];

beforeAll(async () => {
  autoridad = await createAutoridadDePrueba();
});

async function read(spec?: Spec): Promise<CertificadoLeido> {
  const result = readCertificado((await autoridad.issue(spec)).cer);
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

describe('an e.firma', () => {
  test('of a persona física says who holds it', async () => {
    const { rfc, nombre, curp, correo, validoDesde, validoHasta } = FISICA;
    const serie = '30001000000500003415';
    expect(await read({ serie })).toMatchObject({
      ...{ rfc, nombre, curp, correo, validoDesde, validoHasta, serie },
      kind: 'EFIRMA',
      rfcRepresentante: null,
      curpRepresentante: null,
    });
  });

  test('of a persona moral says who represents it', async () => {
    const { rfc, rfcRepresentante, curpRepresentante } = MORAL;
    expect(await read(MORAL)).toMatchObject({ rfc, rfcRepresentante, curp: null, curpRepresentante });
  });

  test('with Ñ or & holds them in T61String', async () => {
    const withEnie = await read({ rfc: 'OAÑJ900715T31', nombre: 'JIMENA OÑATE ÑUÑEZ' });
    expect(withEnie).toMatchObject({ rfc: 'OAÑJ900715T31', nombre: 'JIMENA OÑATE ÑUÑEZ' });
    expect(await read({ ...MORAL, rfc: 'M&R150820HB5' })).toMatchObject({ rfc: 'M&R150820HB5' });
  });

  test('hides nothing in a name', async () => {
    const nombre = 'ROSARIO\u0007  CASTILLO\u0085';
    expect((await read({ nombre })).nombre).toBe('ROSARIO CASTILLO');
  });

  test('without an RFC, CURP or e-mail that can be read leaves them out', async () => {
    const odd = await read({ rfc: 'NO ES RFC', curp: 'NO ES CURP', correo: 'peña@ñandú.example' });
    expect(odd).toMatchObject({ rfc: null, curp: null, correo: null });
  });

  test('that says twice who holds it is refused', async () => {
    const { cer } = await autoridad.issue({ otrosAtributos: [{ type: 'uniqueIdentifier', value: MORAL.rfc }] });
    expect(readCertificado(cer)).toEqual({ ok: false, error: 'CERTIFICADO_ILEGIBLE' });
  });
});

test('a CSD is told from an e.firma also without its OU', async () => {
  expect((await read({ clase: 'CSD' })).kind).toBe('CSD');
  expect((await read({ clase: 'CSD_SIN_OU' })).kind).toBe('CSD');
});

test('authorities and OCSP delegates are neither', () => {
  for (const { cer } of [autoridad.raiz, autoridad.ac, autoridad.ocsp]) {
    expect(readCertificado(cer)).toMatchObject({ ok: true, value: { kind: 'OTRO' } });
  }
  expect(readCertificado(autoridad.ac.cer)).toMatchObject({ value: { serie: '00000000000000000101' } });
});

test('dates are given as they are, not judged', async () => {
  expect((await read({ validoHasta: new Date(AHORA.getTime() - 1000) })).validoHasta).toEqual(
    new Date(AHORA.getTime() - 1000),
  );
});
