import { parseFolio } from './folio.ts';

const ENLACES = ['/validar/correo/', '/confirmar/'];
/** The token of a link (tramites/enlace/enlace-de-correo.ts): 54 signs of base64url. */
const TOKEN = /^[^\w-]*([\w-]{54})(?:[_-]*|[^\w-].*)$/s;
const INVISIBLE = /[\s\p{Cc}\p{Default_Ignorable_Code_Point}]/gu;

const MAX_PATH = 2_000;
export function cleanPath(pathname: string): string {
  if (pathname.length > MAX_PATH) return pathname;
  const asked = decode(pathname);
  const meant = readPath(asked);
  return meant === asked ? pathname : meant.split('/').map(encodeURIComponent).join('/');
}

function readPath(asked: string): string {
  const path = asked.replace(INVISIBLE, '');
  const enlace = ENLACES.find((cada) => asked.startsWith(cada));
  if (enlace && !path.endsWith('/abierto')) return enlace + cleanToken(asked.slice(enlace.length));
  const segments = path.split('/');
  while (isDirt(segments.at(-1))) segments.pop();
  const last = cleanFolio(cutDirt(cleanFolio(segments.pop() ?? '')));
  return [...segments.map(cleanFolio), last].join('/') || '/';
}

function isDirt(segment = ''): boolean {
  return segment !== '' && cutDirt(segment) === '';
}

export function cleanToken(text: string): string {
  const joined = text.replace(INVISIBLE, '');
  const [, token] = TOKEN.exec(text) ?? TOKEN.exec(joined) ?? [];
  if (token) return token;
  const signs = joined.replace(/[^\w-]/g, '');
  return signs.length === 54 ? signs : text;
}

function cleanFolio(segment: string): string {
  const folio = parseFolio(segment);
  return folio.ok ? folio.value : segment;
}

function cutDirt(segment: string): string {
  return segment
    .replace(/^[^\p{L}\p{N}_-]+/u, '')
    .replace(/[<>"&=%«»“”`*\\].*$/su, '')
    .replace(/[^\p{L}\p{N}_-]+$/u, '');
}

/** Percent signs of what was pasted may be none of an encoding, or of two. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
