import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { diaEnCentro, inicioDelDia } from '#domain/dia.ts';
import { AVISO_SIN_REGISTROS } from './avance.ts';
import { textoDeVersion, textoPlano, textoPorFirmar, textoVigente } from './textos.ts';
import { TEXTOS_PUBLICADOS } from './textos-publicados.ts';

const texto = textoDeVersion('solicitud/2022-09-22');
const GUIDE = new URL('../../../../shared/guia/guia-activacion-buzon-imss-2022.txt', import.meta.url);

describe('the text of 22 September 2022', () => {
  it('is frozen: what was signed never changes', () => {
    const sha256 = createHash('sha256').update(textoPlano(texto), 'utf8').digest('hex');
    expect(sha256).toBe('79b5558b00af3de9a579d70e1ca9b44d450a5fdc016a453670baaa314f7d7e4a');
  });
  it('is in NFC, with one blank between words and no blank at an end', () => {
    expect(textoPlano(texto)).toBe(textoPlano(texto).normalize('NFC'));
    for (const { texto: bloque } of texto.bloques) expect(bloque).toBe(bloque.trim().replace(/\s+/g, ' '));
  });
  it('marks the sentence that breaks off in its notes, and invents no end for it', () => {
    expect(textoPlano(texto)).toContain(
      'la expedición de los certificados digitales, su renovación.\n\nLos particulares',
    );
    expect(texto.notas.join()).toContain('su renovación» está incompleta');
    expect(texto.notas.join()).toContain('el punto con que termina no está en ese documento');
  });
  it.each(['autía', 'se registran por el Código'])('does not repeat the error «%s» of the copy', (error) => {
    expect(textoPlano(texto)).not.toContain(error);
  });
  it.skipIf(!existsSync(GUIDE))('is the guide’s, but for its four corrections (skipped without ../shared)', () => {
    const guide = readFileSync(GUIDE, 'utf8')
      .replace('autía del firmante', 'autoría del firmante')
      .replace('se registran por el Código Fiscal', 'se rigen por el Código Fiscal')
      .replace('su renovación,\n', 'su renovación.\n')
      .replace('ante el IMSS, por lo cual, será', 'ante el IMSS; por lo cual, será');
    for (const bloque of texto.bloques) expect(guide).toContain(`\n${bloque.texto}\n`);
    expect(guide).toContain(`\n${AVISO_SIN_REGISTROS}\n`);
  });
});

describe('the list of texts', () => {
  it('goes by date of effect, each from the first instant of a day in Central time, and no version twice', () => {
    const fechas = TEXTOS_PUBLICADOS.map(({ vigenteDesde }) => vigenteDesde);
    expect(fechas).toEqual(fechas.map((fecha) => inicioDelDia(diaEnCentro(fecha))));
    expect(fechas).toEqual([...new Set(fechas.map(Number))].sort((a, b) => a - b).map((ms) => new Date(ms)));
    expect(new Set(TEXTOS_PUBLICADOS.map(({ version }) => version)).size).toBe(TEXTOS_PUBLICADOS.length);
  });
});

describe('textoPorFirmar', () => {
  const now = new Date('2026-01-01T00:00:00Z');
  it('is the one in force for who has signed none, and none for who has signed it', () => {
    expect(textoPorFirmar([], now)?.version).toBe('solicitud/2022-09-22');
    expect(textoPorFirmar(['solicitud/2022-09-22'], now)).toBeNull();
  });
});

describe('textoVigente', () => {
  it.each(['2022-09-22T05:00:00Z', '2026-01-01T00:00:00Z', '2020-01-01T00:00:00Z'])('has a text at %s', (now) => {
    expect(textoVigente(new Date(now)).version).toBe('solicitud/2022-09-22');
  });
});

describe('textoDeVersion', () => {
  it('throws for a version that never was', () => expect(() => textoDeVersion('solicitud/1999')).toThrow(RangeError));
});
