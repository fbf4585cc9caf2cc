import { createServer, type IncomingMessage } from 'node:http';
import type { Logger } from '#infra/logger/logger.ts';
import { hasToken } from './has-token.ts';

interface WorkerDoor {
  host: string;
  port: number;
  metricasToken: string | null;
  log: Logger;
  describeSalud: () => Promise<{ listo: boolean }>;
  describeMetricas: () => Promise<{ text: string; contentType: string }>;
}

interface Answer {
  status: number;
  type?: string;
  text?: string;
}

/**
 * Where the worker says that it lives, whether it can work, and what it measured. Without the port it works on, and says so:
 * another worker of this machine may have it.
 */
export function openWorkerDoor(door: WorkerDoor): () => Promise<void> {
  const server = createServer((request, response) => {
    void answer(door, request)
      .catch((): Answer => ({ status: 500 }))
      .then(({ status, type = 'text/plain', text }) =>
        response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(text),
      );
  });
  server.on('error', (error) => door.log.error({ error, port: door.port }, 'nobody can ask this worker how it is'));
  server.listen(door.port, door.host);
  return () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeAllConnections();
    return closed;
  };
}

async function answer(door: WorkerDoor, { url, headers, socket }: IncomingMessage): Promise<Answer> {
  const [path] = (url ?? '').split('?');
  if (path === '/salud/vivo') return { status: 200, type: 'application/json', text: '{"estado":"vivo"}' };
  if (path === '/salud/listo') {
    const salud = await door.describeSalud();
    return { status: salud.listo ? 200 : 503, type: 'application/json', text: JSON.stringify(salud) };
  }
  const isHere = /^(::1$|(::ffff:)?127\.)/.test(socket.remoteAddress ?? '');
  const mayRead = isHere || hasToken(headers.authorization, door.metricasToken);
  if (path !== '/metricas' || !mayRead) return { status: 404 };
  const { text, contentType } = await door.describeMetricas();
  return { status: 200, type: contentType, text };
}
