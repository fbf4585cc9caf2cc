import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { SALUD } from '#wording/mensajes/mensajes-de-salud.ts';

/** How this server answers by itself, before Next: whole, and kept by nobody on the way. Plain text unless `headers` say otherwise. */
export function answerText(response: ServerResponse, status: number, text: string, headers: OutgoingHttpHeaders = {}) {
  const usual = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' };
  response.writeHead(status, { ...usual, ...headers }).end(text);
}

/**
 * Answers for a portal that serves nobody yet, or soon nobody any more, whoever asks after its health: it lives, and is not
 * ready for this reason. True when it did.
 */
export function answerSalud(request: IncomingMessage, response: ServerResponse, motivo: string): boolean {
  const path = request.url?.split('?')[0];
  const isVivo = path === '/api/salud/vivo';
  if (!isVivo && path !== '/api/salud/listo') return false;
  const { sinRevisar } = SALUD;
  const componentes = { portal: motivo, baseDeDatos: sinRevisar, migraciones: sinRevisar, cola: sinRevisar };
  const salud = isVivo ? { estado: 'vivo' } : { listo: false, componentes };
  answerText(response, isVivo ? 200 : 503, JSON.stringify(salud), { 'Content-Type': 'application/json' });
  return true;
}
