import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { Logger } from '#infra/logger/logger.ts';
import { answerText } from './answer-text.ts';
import { hasToken } from './has-token.ts';

interface WorkerDoor {
  host: string;
  port: number;
  metricasToken: string | null;
  log: Logger;
  describeSalud: () => Promise<{ listo: boolean }>;
  describeMetricas: () => Promise<{ text: string; contentType: string }>;
}

type Answer = [status: number, text: string, type?: string];

/**
 * Where the worker says that it lives, whether it can work, and what it measured. Without the port it works on, and says so:
 * another worker of this machine may have it. Port 0 is one that is free.
 */
export function openWorkerDoor(door: WorkerDoor): { server: Server; close: () => Promise<void> } {
  const server = createServer((request, response) => {
    void answer(door, request)
      .catch((error): Answer => {
        door.log.error({ error }, 'the worker could not say how it is');
        return [500, ''];
      })
      .then(([status, text, type = 'text/plain']) => answerText(response, status, text, { 'Content-Type': type }));
  });
  server.on('error', (error) => door.log.error({ error, port: door.port }, 'nobody can ask this worker how it is'));
  server.listen(door.port, door.host);
  const close = () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeAllConnections();
    return closed;
  };
  return { server, close };
}

async function answer(door: WorkerDoor, { url, headers, socket }: IncomingMessage): Promise<Answer> {
  const [path] = (url ?? '').split('?');
  if (path === '/salud/vivo') return [200, '{"estado":"vivo"}', 'application/json'];
  if (path === '/salud/listo') {
    const salud = await door.describeSalud();
    return [salud.listo ? 200 : 503, JSON.stringify(salud), 'application/json'];
  }
  const isHere = /^(::1$|(::ffff:)?127\.)/.test(socket.remoteAddress ?? '');
  const mayRead = isHere || hasToken(headers.authorization, door.metricasToken);
  if (path !== '/metricas' || !mayRead) return [404, ''];
  const { text, contentType } = await door.describeMetricas();
  return [200, text, contentType];
}
