import { describe, expect, it } from 'vitest';
import { type Apertura, quienAbrio, readAgente } from './apertura.ts';

const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36';
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1';

describe('what opened a link', () => {
  it.each([
    [CHROME, 'NAVEGADOR'],
    [IPHONE, 'NAVEGADOR'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0', 'NAVEGADOR'],
    [CHROME.replace('Chrome/', 'HeadlessChrome/'), 'PROGRAMA'],
    ['curl/8.5.0', 'PROGRAMA'],
    ['python-requests/2.32', 'PROGRAMA'],
    ['Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)', 'PROGRAMA'],
    ['WhatsApp/2.23', 'PROGRAMA'],
    ['Mozilla/5.0 (Windows NT 10.0) BarracudaCentral/1.0 Chrome/90.0 Safari/537.36', 'PROGRAMA'],
    ['Mozilla/4.0', 'DESCONOCIDO'],
    ['', 'DESCONOCIDO'],
    [null, 'DESCONOCIDO'],
  ])('by «%s» is %s', (userAgent, agente) => {
    expect(readAgente(userAgent, { isAnticipada: false })).toBe(agente);
  });

  it('ahead of time is no person', () => {
    expect(readAgente(CHROME, { isAnticipada: true })).toBe('PROGRAMA');
  });
});

describe('who opened it', () => {
  const apertura: Apertura = { metodo: 'GET', agente: 'NAVEGADOR', conSesion: false, guionEn: null };
  const guionEn = new Date('2026-03-02T18:30:00Z');

  it.each([
    ['with the titular’s own session', { conSesion: true }, 'TITULAR'],
    ['by a browser that ran the page', { guionEn }, 'QUIZA_PERSONA'],
    ['by something unknown that ran the page', { guionEn, agente: 'DESCONOCIDO' as const }, 'QUIZA_PERSONA'],
    ['by what passes for a browser and did not', {}, 'NO_SE_SABE'],
    ['by a program that says so, whatever it ran', { agente: 'PROGRAMA' as const, guionEn }, 'PROGRAMA'],
    ['with HEAD, which no person sends', { metodo: 'HEAD' as const, conSesion: true }, 'PROGRAMA'],
  ])('%s', (_, change, quien) => {
    expect(quienAbrio({ ...apertura, ...change })).toBe(quien);
  });
});
