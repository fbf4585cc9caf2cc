import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Serves an empty page with the first script, and the others beside it, on a port of loopback. */
export async function serveScripts(scripts: Record<string, Uint8Array>): Promise<{ url: string; close(): void }> {
  const [first] = Object.keys(scripts);
  const page = `<!doctype html><title>bench</title><script type="module" src="/${first}"></script>`;
  const server = createServer((request, response) => {
    const script = scripts[request.url?.slice(1) ?? ''];
    response.setHeader('Content-Type', script ? 'text/javascript' : 'text/html');
    response.end(script ?? page);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}
