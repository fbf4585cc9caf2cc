import { describe, expect, it } from 'vitest';
import { type ContenidoDeCorreo, nota, parrafo, textoEnviado } from '#wording/aviso/contenido.ts';
import { layoutHtml, layoutText, readLayout } from './layout.ts';

const URL_AQUI = 'https://buzon.example/validar/correo/abc?x=1&y=2';

function contenido(parrafos: ContenidoDeCorreo['parrafos']): ContenidoDeCorreo {
  return {
    mecanismo: 'CORREO_ELECTRONICO',
    version: 'prueba/1',
    asunto: 'Buzón IMSS: valida tu correo electrónico',
    resumen: 'Tienes 72 horas',
    parrafos,
  };
}

const AQUI = contenido([parrafo('Da clic ', { texto: 'aquí', url: URL_AQUI }, ' para validar.'), nota('Una nota.')]);

describe('layoutHtml', () => {
  it('links the word, and is in Spanish, without images, tables, scripts or anything to fetch', () => {
    const html = layoutHtml(AQUI);
    expect(html).toMatch(
      /<a href="https:\/\/buzon\.example\/validar\/correo\/abc\?x=1&amp;y=2"[^>]*>aquí<\/a> para validar\./,
    );
    expect(html).toContain('<html lang="es-MX">');
    expect(html).not.toMatch(/<(img|table|script|link|iframe)\b|url\(|@import/i);
    expect(html.match(/https?:/g)).toHaveLength(1);
  });

  it('shows the subject as heading without its prefix, and the summary before all else', () => {
    const html = layoutHtml(AQUI);
    expect(html).toMatch(/<h1[^>]*>Valida tu correo electrónico<\/h1>/);
    expect(html.indexOf('Tienes 72 horas')).toBeLessThan(html.indexOf('<h1'));
  });

  it('escapes every text and address', () => {
    const html = layoutHtml({
      ...contenido([parrafo('<b>&"\'', { texto: '<i>', url: 'https://x.mx/"><script>alert(1)</script>' })]),
      asunto: '</title><script>',
      resumen: '<img src=x>',
    });
    expect(html).not.toMatch(/<script|<b>|<i>|<img/);
    expect(html).toContain('&lt;b&gt;&amp;&quot;&#39;');
  });

  it('does not run what a text has of template', () => {
    expect(layoutHtml(contenido([parrafo('<%= 6 * 7 %>')]))).toContain('&lt;%= 6 * 7 %&gt;');
  });
});

it('readLayout gives back what a message of ours says, and nothing of another’s', () => {
  const raro = contenido([
    parrafo('Menos < que & más > «que» "esto" y &amp;: ', { texto: "l'aquí", url: URL_AQUI }),
    nota('.'),
  ]);
  for (const cada of [AQUI, raro, contenido([parrafo({ texto: URL_AQUI, url: URL_AQUI })])])
    expect(readLayout(layoutHtml(cada))).toBe(textoEnviado(cada));
  expect(readLayout('<p style="x">Hola</p>')).toBeNull();
});

describe('layoutText', () => {
  it('writes the address behind the word when it is nowhere else', () => {
    expect(layoutText(AQUI)).toBe(`Buzón IMSS\n\nDa clic aquí (${URL_AQUI}) para validar.\n\nUna nota.\n`);
  });

  it('writes it once when a paragraph gives it in full', () => {
    const text = layoutText(contenido([...AQUI.parrafos, parrafo('Copia: ', { texto: URL_AQUI, url: URL_AQUI })]));
    expect(text.split(URL_AQUI)).toHaveLength(2);
    expect(text).toContain('Da clic aquí para validar.');
  });
});
