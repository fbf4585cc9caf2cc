import { describe, expect, test } from 'vitest';
import { unwrapPem } from '#formats/der/read-bloques.ts';
import {
  hasSatDePrueba,
  readSat,
  SAT_AC_DE_PRODUCCION,
  SAT_AC_DE_PRUEBA,
  SAT_SKIP_REASON,
} from '../../../tests/support/efirma/sat-de-prueba.ts';
import { createVerificador } from './create-verificador.ts';
import { loadTrustStore } from './load-trust-store.ts';

const EN_2026 = new Date('2026-11-24T12:00:00Z');
const EN_2020 = new Date('2020-06-01T12:00:00Z');

describe.skipIf(!hasSatDePrueba)(`the SAT's test credentials (skipped when ${SAT_SKIP_REASON})`, () => {
  const verify = (path: string, now: Date, acDir = SAT_AC_DE_PRUEBA) =>
    createVerificador(loadTrustStore(acDir)).verifyCertificado(readSat(path), now);
  const [EKU, VENCIDA, CSD] = [
    'EKU9003173C9/EKU9003173C9.cer',
    'AAA010101AAA-vencida/AAA010101AAA.cer',
    'AAA010101AAA-csd/CSD_AAA010101AAA.cer',
  ] as const;

  test('EKU9003173C9 is accepted', () => {
    expect(verify(EKU, EN_2026)).toMatchObject({
      ok: true,
      value: {
        rfc: 'EKU9003173C9',
        rfcRepresentante: 'VADA800927DJ3',
        curp: null,
        curpRepresentante: 'VADA800927HSRSRL05',
        nombre: 'ESCUELA KEMPER URGATE SA DE CV',
        correo: 'SATpruebas@pruebas.gob.mx',
        serie: '30001000000500003415',
        validoHasta: new Date('2027-05-17T04:37:14Z'),
        emisor: unwrapPem(readSat('ac/prueba/AC_UAT_2022.crt')),
      },
    });
  });

  test('its dates are judged by the clock given', () => {
    expect(verify(EKU, EN_2020)).toEqual({ ok: false, error: 'CERTIFICADO_AUN_NO_VIGENTE' });
    expect(verify(VENCIDA, EN_2020)).toMatchObject({ ok: true, value: { rfc: 'AAA010101AAA' } });
  });

  test('the expired e.firma and the CSD are each told what they are', () => {
    expect(verify(VENCIDA, EN_2026)).toEqual({ ok: false, error: 'CERTIFICADO_VENCIDO' });
    expect(verify(CSD, EN_2026)).toEqual({ ok: false, error: 'CERTIFICADO_ES_CSD' });
    expect(verify(CSD, EN_2020)).toEqual({ ok: false, error: 'CERTIFICADO_ES_CSD' });
  });

  test('none of them is known to the authorities of production', () => {
    for (const path of [EKU, VENCIDA, CSD]) {
      expect(verify(path, EN_2026, SAT_AC_DE_PRODUCCION)).toEqual({ ok: false, error: 'AUTORIDAD_DESCONOCIDA' });
    }
  });
});
