import { readDireccion } from '#domain/representacion/direccion.ts';
import type { Door } from '#ui/efirma/sign-in.ts';

const PORTAL = 'http://portal.invalid';

/** The page behind a door to go on with after signing in there. Null for what is no page of it, above all for other sites. */
export function parseRegreso(text: string | undefined, puerta: Door): string | null {
  if (!text || text.length > 500 || !URL.canParse(text, PORTAL)) return null;
  const { origin, pathname, search } = new URL(text, PORTAL);
  const isDeCliente = puerta === 'buzon' && (pathname === '/clientes' || readDireccion(pathname).folio !== null);
  const isPagina = isDeCliente || pathname.startsWith(`/${puerta}/`);
  return text.startsWith('/') && origin === PORTAL && isPagina ? pathname + search : null;
}
