import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { makeTempDir } from '../carpeta-temporal.ts';
import type { Conductor, Elemento, Ventana } from './conductor.ts';

const FIREFOX = '/usr/bin/firefox-esr';
export const hasFirefox = existsSync(FIREFOX);

const ARRANQUE_MS = 60_000;

/**
 * Debian's Firefox by WebDriver BiDi, without anything between: Playwright speaks it to a later Firefox only, which knows
 * `emulation.setMediaFeaturesOverride`. The WebSocket is the one inside Playwright; that of Node comes with version 22.
 */
export async function openFirefox({ width, height }: Ventana): Promise<Conductor> {
  const profile = makeTempDir();
  const args = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'];
  const child = spawn(FIREFOX, args, { env: { ...process.env, MOZ_DISABLE_AUTO_SAFE_MODE: '1' } });
  const close = async () => {
    const gone = child.exitCode === null ? once(child, 'exit') : null;
    child.kill('SIGKILL');
    await gone;
    await rm(profile, { recursive: true, force: true });
  };
  try {
    const send = await connect(`${await findAddress(child)}/session`);
    await send('session.new', { capabilities: { alwaysMatch: { acceptInsecureCerts: false } } });
    const { contexts } = (await send('browsingContext.getTree', {})) as { contexts: [{ context: string }] };
    const { context } = contexts[0];
    await send('browsingContext.setViewport', { context, viewport: { width, height } });
    return { ...conductorOf(send, context), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** It tells where it listens. */
function findAddress({ stderr }: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const late = setTimeout(() => reject(new Error(`Firefox did not start:\n${said}`)), ARRANQUE_MS);
    stderr?.on('data', (chunk) => {
      said += chunk;
      const address = /WebDriver BiDi listening on (ws:\S+)/.exec(said)?.[1];
      if (!address) return;
      clearTimeout(late);
      resolve(address);
    });
  });
}

type Send = (method: string, params: Record<string, unknown>) => Promise<unknown>;

async function connect(address: string): Promise<Send> {
  const ofPlaywright = createRequire(createRequire(import.meta.url).resolve('@playwright/test'));
  const { ws: WebSocket } = ofPlaywright('playwright-core/lib/utilsBundle');
  const socket = new WebSocket(address);
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  socket.on('message', (data: Buffer) => {
    const { id, result, error, message } = JSON.parse(data.toString());
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error) asked?.reject(new Error(`${error}: ${message}`));
    else asked?.resolve(result);
  });
  await once(socket, 'open');
  let last = 0;
  return (method, params) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      socket.send(JSON.stringify({ id: last, method, params }));
    });
}

interface Llamada {
  result: { type: string; value?: string; sharedId?: string };
  exceptionDetails?: { text: string };
}

function conductorOf(send: Send, context: string): Omit<Conductor, 'close'> {
  const call = async (functionDeclaration: string, args: unknown[]) => {
    const target = { target: { context }, awaitPromise: true };
    const { result, exceptionDetails } = (await send('script.callFunction', {
      functionDeclaration,
      arguments: args,
      ...target,
    })) as Llamada;
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    return result;
  };
  const texts = (args: string[]) => args.map((value) => ({ type: 'string', value }));
  const act = (source: Record<string, unknown>) => send('input.performActions', { context, actions: [source] });
  return {
    goto: async (url) => void (await send('browsingContext.navigate', { context, url, wait: 'complete' })),
    async evaluate(source, ...args) {
      const { value } = await call(`async (...args) => JSON.stringify(await (${source})(...args))`, texts(args));
      return JSON.parse(value ?? 'null');
    },
    async find(source, ...args) {
      const { sharedId } = await call(source, texts(args));
      return sharedId === undefined ? null : { sharedId };
    },
    async click(elemento) {
      await call('(element) => element.scrollIntoView({ block: "center", behavior: "instant" })', [elemento]);
      const origin = { type: 'element', element: elemento };
      const press = ['pointerDown', 'pointerUp'].map((type) => ({ type, button: 0 }));
      await act({ type: 'pointer', id: 'raton', actions: [{ type: 'pointerMove', x: 0, y: 0, origin }, ...press] });
    },
    async type(elemento, texto) {
      await call('(element) => element.focus()', [elemento]);
      const actions = [...texto].flatMap((value) => ['keyDown', 'keyUp'].map((type) => ({ type, value })));
      await act({ type: 'key', id: 'teclado', actions });
    },
    upload: async (element: Elemento, files) => void (await send('input.setFiles', { context, element, files })),
  };
}
