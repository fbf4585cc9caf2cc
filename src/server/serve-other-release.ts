import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { serveStatic } from 'next/dist/server/serve-static.js';

const ESTATICOS = /^\/_next\/static\/((?:[\w~@()[\]-][\w.~@()[\]-]*\/)*[\w~@()[\]-]+(?:\.[\w~-]+)+)$/;

/**
 * During an upgrade a page of one release asks for its scripts and styles wherever the balancer sends it: serves those that
 * only another release in the same folder has, older or newer, also one built after this process started. True when it did.
 * @param own the folder of the release that this process serves.
 */
export async function serveOtherRelease(own: string, request: IncomingMessage, response: ServerResponse) {
  const [, file] = ESTATICOS.exec(request.url?.split('?')[0]?.replace(/%5B|%5D/gi, decodeURIComponent) ?? '') ?? [];
  if (!file || !['GET', 'HEAD'].includes(request.method ?? '') || existsSync(path.join(own, 'static', file)))
    return false;
  const all = path.dirname(own);
  const names = await readdir(all).catch(() => []);
  const root = names.map((name) => path.join(all, name, 'static')).find((each) => existsSync(path.join(each, file)));
  if (!root) return false;
  response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
  await serveStatic(request, response, file, { root }).catch(() => response.destroy());
  return true;
}
