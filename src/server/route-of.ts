import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cleanPath } from '#domain/direccion-pegada.ts';
import { readDireccion } from '#domain/representacion/direccion.ts';

const APP = fileURLToPath(new URL('../app', import.meta.url));
const PUBLIC = fileURLToPath(new URL('../../public', import.meta.url));
const OF_NONE = 'ninguna';

/** Each address of app/ as a pattern, with what matches it; those without a parameter first. */
const ROUTES = readdirSync(APP, { recursive: true, encoding: 'utf8' })
  .flatMap((file) => /^(.*?)\/?(?:page\.tsx|route\.ts)$/.exec(file)?.[1] ?? [])
  .map((folder) => folder.split('/').filter((name) => !name.startsWith('(')))
  .map((names) => `/${names.join('/')}`)
  .sort((one, other) => Number(one.includes('[')) - Number(other.includes('[')))
  .map((ruta) => ({
    ruta,
    pattern: new RegExp(`^${ruta.replace(/\[\.{3}\w+\]/g, '.+').replace(/\[\w+\]/g, '[^/]+')}$`),
  }));

const FILES = ['/_next', ...readdirSync(PUBLIC).map((name) => `/${name}`)];

/** What is served without anybody being asked for: the folder of an asset. */
export function isAsset(ruta: string): boolean {
  return FILES.includes(ruta);
}

/** The pattern of an address, which holds nothing of what somebody put in it; «ninguna» when it is none of the portal's. */
export function routeOf(url: string): string {
  const [path = '/'] = url.split('?');
  const { base, ruta: meant } = readDireccion(cleanPath(path).replace(/(?<=.)\/$/, ''));
  const found = ROUTES.find(({ pattern }) => pattern.test(meant))?.ruta;
  if (found) return base ? `/clientes/[folio]${found}` : found;
  return FILES.find((file) => path === file || path.startsWith(`${file}/`)) ?? OF_NONE;
}
