import { cleanText } from '#formats/texto/texto-limpio.ts';
import type { TipoDeAdjunto } from './judge-adjunto.ts';

const EXTENSIONES = { PDF: 'pdf', PNG: 'png', JPEG: 'jpg' } as const satisfies Record<TipoDeAdjunto, string>;

const NOMBRE_MAXIMO = 100;

/** Of a longer one only the end is read, which holds its extension: no expression ever meets tens of thousands of dots. */
const NOMBRE_LEIDO = 400;

const RESERVED = /[<>:"/\\|?*%;]/g;

export function cleanNombreDeArchivo(nombre: string, tipo: TipoDeAdjunto): string {
  const last = (nombre.split(/[/\\]/).at(-1) ?? '').slice(-NOMBRE_LEIDO);
  const base = cleanText(last.replace(RESERVED, ' '))
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  const short = Array.from(base).slice(0, NOMBRE_MAXIMO).join('').trim();
  return `${short || 'adjunto'}.${EXTENSIONES[tipo]}`;
}

/** RFC 6266: saved and never shown, its name in ASCII for old programs, and as it is. */
export function dispositionOf(nombre: string): string {
  const ascii = nombre
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9 ._-]/g, '_');
  const encoded = encodeURIComponent(nombre).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
