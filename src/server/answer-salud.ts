import type { IncomingMessage, ServerResponse } from 'node:http';
import { SALUD } from '#wording/mensajes/mensajes-de-salud.ts';

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
  response.writeHead(isVivo ? 200 : 503, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify(isVivo ? { estado: 'vivo' } : { listo: false, componentes }));
  return true;
}
