import { Eta } from 'eta';
import type { ContenidoDeCorreo } from '#wording/aviso/contenido.ts';

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

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
