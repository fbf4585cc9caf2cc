import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';

export interface ChromiumDePrueba {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
}

/**
 * How to launch the browser: CHROMIUM_PATH, Playwright's own, the system's, or the one inside an npm package. Never with
 * that package's own arguments: they switch off what the tests are about. `soloPaquete`: the last where it can be, which has
 * no window to draw and takes half the time of a whole browser.
 */
export async function findChromium({ soloPaquete = false } = {}): Promise<ChromiumDePrueba> {
  const args = ['--no-sandbox'];
  const env = Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  const installed = soloPaquete && canUnpack() ? process.env.CHROMIUM_PATH : findInstalled();
  if (installed) return { executablePath: installed, args, env };
  const folder = await unpackOnce();
  if (!hasSystemNss())
    env.LD_LIBRARY_PATH = [path.join(folder, 'al2023', 'lib'), env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  if (!existsSync('/etc/fonts')) env.FONTCONFIG_PATH = path.join(folder, 'fonts');
  return { executablePath: path.join(folder, 'chromium'), args, env };
}

/** A whole browser; that inside the npm package has no viewer of PDF. */
export function findInstalled(): string | undefined {
  // Debian's command asks for drawing by a GPU, which costs twice the time where there is none.
  const debian = ['/usr/lib/chromium/chromium', '/usr/bin/chromium'];
  const places = [process.env.CHROMIUM_PATH, chromium.executablePath(), ...debian];
  return places.find((file) => file && existsSync(file));
}

const CACHE = fileURLToPath(new URL('../../node_modules/.cache', import.meta.url));

export function canUnpack(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** The package unpacks into the folder for temporary files, and its libraries only where it takes itself to be in a cloud. */
async function unpackOnce(): Promise<string> {
  if (!canUnpack()) {
    throw new Error('No hay un navegador para las pruebas: instala uno con «npx playwright install chromium».');
  }
  const { version } = createRequire(import.meta.url)('../../node_modules/@sparticuz/chromium/package.json');
  const folder = path.join(CACHE, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  await mkdir(CACHE, { recursive: true });
  const half = await mkdtemp(`${folder}-`);
  const { default: packed } = await import('@sparticuz/chromium');
  const { TMPDIR, AWS_EXECUTION_ENV } = process.env;
  Object.assign(process.env, { TMPDIR: half, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' });
  try {
    await packed.executablePath();
  } finally {
    restore({ TMPDIR, AWS_EXECUTION_ENV });
  }
  // Of two processes that unpacked at once, the second finds the first's.
  await rename(half, folder).catch(() => rm(half, { recursive: true, force: true }));
  return folder;
}

function restore(values: Record<string, string | undefined>): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
}

function hasSystemNss(): boolean {
  const folders = ['/lib/x86_64-linux-gnu', '/usr/lib/x86_64-linux-gnu', '/usr/lib64', '/usr/lib', '/lib64'];
  return folders.some((folder) => existsSync(path.join(folder, 'libnss3.so')));
}
