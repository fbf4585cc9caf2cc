import { Eta } from 'eta';
import type { ContenidoDeCorreo, Tramo } from '#wording/aviso/contenido.ts';
import { capitalize } from '#wording/soporte/entrega-en-palabras.ts';

// One column without tables or images, styles inline: it reads the same where a mail program drops what it does not know.
const TEMPLATE = `<!doctype html>
<html lang="es-MX">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title><%= it.asunto %></title>
</head>
<body style="margin:0;padding:0;background:#f4f2ee;color:#1d1d1b">
<div style="display:none;max-height:0;overflow:hidden"><%= it.resumen %></div>
<div lang="es-MX" style="max-width:36em;margin:0 auto;padding:16px;font-family:'Noto Sans',Arial,Helvetica,sans-serif;font-size:16px;line-height:1.55">
<div style="background:#611232;color:#ffffff;padding:16px 24px;font-size:20px;font-weight:bold">Buzón IMSS</div>
<div style="background:#ffffff;border-bottom:4px solid #a57f2c;padding:8px 24px 16px">
<h1 style="margin:16px 0;font-size:20px;line-height:1.3;color:#611232"><%= it.titulo %></h1>
<% for (const { tramos, tono } of it.parrafos) { %>
<p style="<%= tono === 'nota' ? it.nota : it.normal %>"><% for (const { texto, url } of tramos) { %><% if (url) { %><a href="<%= url %>" style="color:#611232;<%= texto === url ? '' : 'font-weight:bold;' %>overflow-wrap:anywhere;word-break:break-word"><%= texto %></a><% } else { %><%= texto %><% } %><% } %></p>
<% } %>
</div>
</div>
</body>
</html>
`;

const ESTILO = {
  normal: 'margin:16px 0',
  nota: 'margin:12px 0;font-size:14px;color:#5a5a57',
};

const eta = new Eta({ autoEscape: true });
const render = eta.compile(TEMPLATE);

export function layoutHtml(contenido: ContenidoDeCorreo): string {
  const titulo = capitalize(contenido.asunto.replace(/^Buzón IMSS: /, ''));
  return render.call(eta, { ...contenido, ...ESTILO, titulo });
}

export function layoutText({ parrafos }: ContenidoDeCorreo): string {
  const inFull = parrafos.flatMap(({ tramos }) => tramos.filter(({ texto, url }) => texto === url));
  const written = new Set(inFull.map(({ url }) => url));
  const write = (tramo: Tramo) =>
    tramo.url && !written.has(tramo.url) ? `${tramo.texto} (${tramo.url})` : tramo.texto;
  const lines = parrafos.map(({ tramos }) => tramos.map(write).join(''));
  return `${['Buzón IMSS', ...lines].join('\n\n')}\n`;
}

/** What `textoEnviado` has of a message of ours, read back from its HTML; null for another's. */
export function readLayout(html: string): string | null {
  const asunto = between(html, '<title>', '</title>');
  const resumen = between(html, '<div style="display:none;max-height:0;overflow:hidden">', '</div>');
  if (asunto === null || resumen === null) return null;
  const parrafos = html.split('<p style="').slice(1);
  const textos = parrafos.map((parrafo) => between(`${parrafo}</p>`, '">', '</p>') ?? '');
  const unlinked = textos.map((texto) => texto.replaceAll(/<a href="([^"<>]*)"[^<>]*>([^<>]*)<\/a>/g, '$2 &lt;$1&gt;'));
  return unescapeHtml([asunto, resumen, ...unlinked].join('\n\n'));
}

function between(text: string, start: string, end: string): string | null {
  const from = text.indexOf(start);
  const to = text.indexOf(end, from);
  return from < 0 || to < 0 ? null : text.slice(from + start.length, to);
}

function unescapeHtml(text: string): string {
  const signs: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };
  return text.replaceAll(/&(?:lt|gt|quot|#39|amp);/g, (sign) => signs[sign] ?? sign);
}
