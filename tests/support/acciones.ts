import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { APIRequestContext } from '@playwright/test';
import { findRelease, fingerprint } from '#cli/release.ts';

type Campos = Record<string, string>;

/** A server action as it is called: from which page, and with what. */
export interface AccionLlamada {
  ruta: string;
  /** Arguments: plain ones, or the fields of a form after a state. */
  argumentos: { valores: unknown[] } | { estado?: unknown; campos: Campos };
}

/** Stands among plain arguments for the mark of whose page it is. */
export const MARCA = '(marca)';

/** The action as a page of whoever has that mark sends it; without one, as no page does. */
export function conMarca({ ruta, argumentos }: AccionLlamada, marca: string): AccionLlamada {
  if ('campos' in argumentos) return { ruta, argumentos: { ...argumentos, campos: { ...argumentos.campos, marca } } };
  return { ruta, argumentos: { valores: argumentos.valores.map((valor) => (valor === MARCA ? marca : valor)) } };
}

/** The mark on the pages of whoever has the session of this browser. */
export async function readMarca(request: APIRequestContext, pagina: string): Promise<string> {
  const html = await (await request.get(pagina)).text();
  const marca = /name="marca" value="([^"]+)"/.exec(html)?.[1];
  if (!marca) throw new Error(`no form of ${pagina} says whose it is`);
  return marca;
}

/** Actions that are written inside their component have no exported name. */
const SIN_NOMBRE: Record<string, string> = {
  'src/app/_frame/buzon-frame.tsx': 'keepSesionAction',
  'src/app/_frame/soporte-frame.tsx': 'keepSesionDeSoporteAction',
};

/** The actions of the build of these sources by name. */
export async function readActionIds(root = '.'): Promise<Map<string, string>> {
  return new Map((await readAcciones(root)).map(({ nombre, id }) => [nombre, id]));
}

/** The same, each with the pattern of a page that has it: elsewhere nobody knows it. */
export async function readAcciones(root = '.'): Promise<{ nombre: string; id: string; ruta: string }[]> {
  const release = path.join(root, (await findRelease(root, await fingerprint(root))) ?? '.next');
  const manifest = JSON.parse(await readFile(`${release}/server/server-reference-manifest.json`, 'utf8')) as {
    node: Record<string, { exportedName: string; filename: string; workers: Record<string, unknown> }>;
  };
  return Object.entries(manifest.node).map(([id, { exportedName, filename, workers }]) => {
    const nombre = exportedName.startsWith('$$RSC_SERVER_ACTION') ? (SIN_NOMBRE[filename] ?? filename) : exportedName;
    const [page = ''] = Object.keys(workers);
    return { nombre, id, ruta: page.replace(/^app|\/\([a-z]+\)|\/page$/g, '') || '/' };
  });
}

/** Calls an action as a browser does; gives where it sends one, and what it says. */
export async function callAction(
  request: APIRequestContext,
  url: string,
  id: string,
  accion: AccionLlamada,
): Promise<string> {
  const { ruta, argumentos } = accion;
  const response = await request.post(ruta, {
    headers: { 'next-action': id, accept: 'text/x-component', origin: url },
    maxRedirects: 0,
    ...('valores' in argumentos
      ? { data: JSON.stringify(argumentos.valores), headers: plainHeaders(id, url) }
      : { multipart: encodeForm(argumentos.campos, argumentos.estado) }),
  });
  return `${response.headers()['x-action-redirect'] ?? ''} ${await response.text()}`;
}

function plainHeaders(id: string, origin: string) {
  return { 'next-action': id, accept: 'text/x-component', origin, 'content-type': 'text/plain;charset=UTF-8' };
}

/** React's own way of sending a form as an argument, alone or after a state: its fields first, the arguments last. */
export function encodeForm(campos: Campos, estado: unknown): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(campos)) form.append(`_1_${name}`, value);
  form.append('0', JSON.stringify(estado === undefined ? ['$K1'] : [estado, '$K1']));
  return form;
}
