import { readFileSync } from 'node:fs';
import { encode } from 'uqr';
import type { Escrito } from './write-acuse.ts';

const FUENTES = [
  { familia: 'Noto Sans', peso: 400, file: 'noto-sans/400Regular/NotoSans_400Regular' },
  { familia: 'Noto Sans', peso: 600, file: 'noto-sans/600SemiBold/NotoSans_600SemiBold' },
  { familia: 'Noto Sans', peso: 700, file: 'noto-sans/700Bold/NotoSans_700Bold' },
  { familia: 'Noto Sans Mono', peso: 400, file: 'noto-sans-mono/400Regular/NotoSansMono_400Regular' },
];

const CSS = `
@page { size: Letter; margin: 0 }
body { margin: 0; width: 612pt; height: 791pt; position: relative; font: 9pt/12.2pt 'Noto Sans'; color: #1a1a1a; border-bottom: 0 }
.demo { background: #8a1538; color: #fff; text-align: center; font-weight: 600; font-size: 8.6pt; line-height: 18pt }
main, header { margin: 0 54pt }
header { display: flex; gap: 24pt; padding: 8pt 0; border-bottom: 2pt solid #611232; font-weight: 600 }
header b { font-size: 13pt; color: #611232; font-weight: 700 } header span { font-size: 10.5pt }
h1 { font-size: 14.5pt; line-height: 19pt; color: #611232; margin: 8pt 0 5pt }
h2 { font-size: 10.5pt; color: #611232; border-bottom: 0.75pt solid #d5c7aa; margin: 9pt 0 5pt; font-weight: 600 }
.cabeza { display: flex; gap: 16pt } .cabeza > div { flex: 1 } svg { width: 93pt; height: 93pt; margin-top: 10pt }
.panel { background: #f7f2e9; border-left: 3pt solid #a57f2c; padding: 5pt 12pt } .panel b { color: #611232; font-weight: 600 }
p { margin: 0 0 6pt } table { width: 100%; border-collapse: collapse; margin-bottom: 6pt }
th, td { border: 0.75pt solid #d5c7aa; padding: 2.8pt 8pt; text-align: left } th { background: #f7f2e9; width: 174pt; font-weight: 600 }
.sello { border: 0.75pt solid #a57f2c; border-left: 3pt solid #611232; padding: 9pt } .sello b { font-size: 8pt; color: #611232; font-weight: 600 }
code { display: block; font: 6.8pt/9.2pt 'Noto Sans Mono'; word-break: break-all; margin-bottom: 4pt }
small { display: block; font-size: 7.5pt; line-height: 10.2pt; color: #4f4f4f; margin-top: 4pt }
footer { position: absolute; left: 54pt; right: 54pt; top: 729pt; border-top: 0.75pt solid #a57f2c; display: flex; justify-content: space-between }`;

/** The page once, with its fonts: what a portal keeps open. */
export function writePage(): string {
  const faces = FUENTES.map(({ familia, peso, file }) => {
    const font = readFileSync(`node_modules/@expo-google-fonts/${file}.ttf`).toString('base64');
    return `@font-face { font-family: '${familia}'; font-weight: ${peso}; src: url(data:font/ttf;base64,${font}) }`;
  });
  return `<!doctype html><html lang="es-MX"><meta charset="utf-8"><style>${faces.join('\n')}${CSS}</style><body></body>`;
}

/** The body for one acuse. */
export function writeBody(escrito: Escrito): string {
  const { demostracion, encabezado, titulo, identificacion, url, contenido, cuerpo, secciones, cierre } = escrito;
  const [gobierno = '', instituto = '', sistema = ''] = encabezado.map(escapeHtml);
  const pares = identificacion.map(([etiqueta, valor]) => `<b>${escapeHtml(etiqueta)}</b> ${escapeHtml(valor)}`);
  return `<div class="demo">${escapeHtml(demostracion)}</div>
<header><b>${gobierno}</b><span>${instituto}<small>${sistema}</small></span></header>
<main><div class="cabeza"><div><h1>${escapeHtml(titulo)}</h1><div class="panel">${pares.join('<br>')}</div></div>${drawQr(url)}</div>
<h2>${escapeHtml(contenido)}</h2><p>${escapeHtml(cuerpo)}</p>
${secciones.map(writeSeccion).join('')}<p>${escapeHtml(cierre)}</p>
<div class="sello">${escrito.sello.map(([etiqueta, valor]) => `<b>${escapeHtml(etiqueta)}</b><code>${escapeHtml(valor)}</code>`).join('')}</div>
${escrito.finales.map((texto) => `<small>${escapeHtml(texto)}</small>`).join('')}</main>
<footer><small>${escrito.pie.map(escapeHtml).join('<br>')}</small><small>${escrito.pagina.map(escapeHtml).join('<br>')}</small></footer>`;
}

function writeSeccion({ titulo, filas }: Escrito['secciones'][number]): string {
  const rows = filas.map(
    ([etiqueta, valor]) => `<tr><th scope="row">${escapeHtml(etiqueta)}</th><td>${escapeHtml(valor)}</td></tr>`,
  );
  return `<h2>${escapeHtml(titulo)}</h2><table>${rows.join('')}</table>`;
}

function drawQr(url: string): string {
  const { data, size } = encode(url, { ecc: 'M', border: 0 });
  const path = data.flatMap((fila, y) => fila.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : [])));
  return `<svg viewBox="0 0 ${size} ${size}"><path d="${path.join('')}"/></svg>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
