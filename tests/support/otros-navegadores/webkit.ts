import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort } from '#demo/free-port.ts';
import type { Conductor, Elemento, Ventana } from './conductor.ts';

const WEBKIT = '/usr/bin/WebKitWebDriver';
const MINI_BROWSER = ['x86_64', 'aarch64']
  .map((arch) => `/usr/lib/${arch}-linux-gnu/webkit2gtk-4.1/MiniBrowser`)
  .find((file) => existsSync(file));
export const hasWebkit = [WEBKIT, '/usr/bin/Xvfb'].every((file) => existsSync(file)) && MINI_BROWSER !== undefined;

const ARRANQUE_MS = 30_000;
const PASO_MS = 200;
/** The key of an element (WebDriver, 11.1). */
const ELEMENTO = 'element-6066-11e4-a52e-4f735466cecf';

/** Debian's WebKitGTK, the engine of Safari, by WebDriver, on a screen that nobody sees. */
export async function openWebkit({ width, height }: Ventana): Promise<Conductor> {
  const screen = spawn('/usr/bin/Xvfb', ['-displayfd', '1', '-screen', '0', '1600x1200x24'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [display] = (await once(screen.stdout, 'data')) as [Buffer];
  const port = await findFreePort();
  const env = { ...process.env, DISPLAY: `:${String(display).trim()}`, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' };
  const driver = spawn(WEBKIT, [`--port=${port}`], { env, stdio: 'ignore' });
  const stop = async () => {
    for (const child of [driver, screen]) await end(child);
  };
  try {
    const base = `http://127.0.0.1:${port}`;
    const browser = {
      binary: MINI_BROWSER,
      args: ['--automation', '--javascript-can-open-windows-automatically=true'],
    };
    const capabilities = { alwaysMatch: { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': browser } };
    await waitFor(base);
    const { sessionId } = (await ask('POST', `${base}/session`, { capabilities })) as { sessionId: string };
    const session = `${base}/session/${sessionId}`;
    const conductor = conductorOf(session);
    await openVentana(session, conductor, { width, height });
    return {
      ...conductor,
      close: async () => {
        await ask('DELETE', session).catch(() => undefined);
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function end(child: ChildProcess): Promise<void> {
  const gone = child.exitCode === null ? once(child, 'exit') : null;
  child.kill('SIGTERM');
  await gone;
}

async function waitFor(base: string): Promise<void> {
  for (let waited = 0; waited < ARRANQUE_MS; waited += PASO_MS) {
    if (
      await fetch(`${base}/status`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await sleep(PASO_MS);
  }
  throw new Error('WebKitWebDriver did not start');
}

async function ask(method: 'GET' | 'POST' | 'DELETE', url: string, body?: unknown): Promise<unknown> {
  const answer = await fetch(url, { method, body: body === undefined ? null : JSON.stringify(body) });
  const { value } = (await answer.json()) as { value: { error?: string; message?: string } };
  if (!answer.ok) throw new Error(`${value.error}: ${value.message}`);
  return value;
}

/** A window without a bar, which may be as narrow as a phone; the first one is at least as wide as its buttons. */
async function openVentana(session: string, { evaluate }: Pick<Conductor, 'evaluate'>, { width, height }: Ventana) {
  const first = await ask('GET', `${session}/window`);
  await evaluate('(features) => void open("about:blank", "", features)', `popup,width=${width},height=${height}`);
  for (let waited = 0; waited < ARRANQUE_MS; waited += PASO_MS) {
    const handle = ((await ask('GET', `${session}/window/handles`)) as string[]).find((each) => each !== first);
    if (handle) return void (await ask('POST', `${session}/window`, { handle }));
    await sleep(PASO_MS);
  }
  throw new Error('WebKit opened no window');
}

function conductorOf(session: string): Omit<Conductor, 'close'> {
  const post = (path: string, body: unknown) => ask('POST', `${session}/${path}`, body);
  const run = (source: string, args: string[]) =>
    post('execute/sync', { script: `return (${source})(...arguments)`, args });
  const of = (elemento: Elemento, path: string) => `element/${elemento[ELEMENTO]}/${path}`;
  return {
    goto: async (url) => void (await post('url', { url })),
    evaluate: (source, ...args) => run(source, args) as Promise<never>,
    find: (source, ...args) => run(source, args) as Promise<Elemento | null>,
    async click(elemento) {
      // The driver leaves where it is what is below a window as high as this one.
      const args = [elemento];
      await post('execute/sync', {
        script: 'arguments[0].scrollIntoView({ block: "center", behavior: "instant" })',
        args,
      });
      await post(of(elemento, 'click'), {});
    },
    type: async (elemento, text) => void (await post(of(elemento, 'value'), { text })),
    upload: async (elemento, archivos) => void (await post(of(elemento, 'value'), { text: archivos.join('\n') })),
  };
}
