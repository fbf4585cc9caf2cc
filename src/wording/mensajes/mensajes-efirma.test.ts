import { expect, test } from 'vitest';
import { EFIRMA_ERRORS } from '#domain/efirma/efirma-error.ts';
import { campoDe } from '#ui/efirma/campo.ts';
import { MENSAJES_EFIRMA, mensajeDeFirma } from './mensajes-efirma.ts';

const WHAT_TO_DO =
  /\b(Selecciona|selecciona|Escr[ií]b\w+|Corrige|Renueva|renueva|[Tt]ramita|Espera|espera|Ajústalas|Comprueba|Revisa|Abre|Permite|Ingresa|Termina|Elige|Pídelo|pide|confirma|registra|Vuelve a cargar)\b/;

test.each(Object.entries(MENSAJES_EFIRMA))('%s says what to do', (_, text) => {
  expect(text).toMatch(WHAT_TO_DO);
  expect(text).toMatch(/\.$/);
});

test.each([
  ['CERTIFICADO_VENCIDO', '30/sep/2022 14:11'],
  ['CERTIFICADO_AUN_NO_VIGENTE', '30/sep/2018 14:11'],
])('%s gives the date, in Central time', (code, date) => {
  const vigencia = { validoDesde: new Date('2018-09-30T19:11:00Z'), validoHasta: new Date('2022-09-30T19:11:00Z') };
  expect(mensajeDeFirma(code, vigencia)).toContain(date);
  expect(mensajeDeFirma(code, vigencia)).not.toContain('{');
});

test('no two causes share a text', () => {
  const texts = Object.values(MENSAJES_EFIRMA);
  expect(new Set(texts).size).toBe(texts.length);
});

test.each(EFIRMA_ERRORS.filter((code) => /^(CERTIFICADO|LLAVE|AUTORIDAD)_/.test(code)))('%s names its file', (code) => {
  const name = campoDe(code) === 'llave' ? '«Llave privada»' : '«Certificado»';
  expect(MENSAJES_EFIRMA[code]).toContain(name);
});

test.each(['', 'CredentialsSignin', 'constructor', '__proto__', '<script>'])(
  'the unknown code "%s" is an outage',
  (code) => {
    expect(mensajeDeFirma(code)).toBe(MENSAJES_EFIRMA.SERVICIO_NO_DISPONIBLE);
  },
);
