import type { RequestInternal, User } from 'next-auth';
import { z } from 'zod';
import { readFalla } from '#infra/db/falla.ts';
import type { Contexto } from '#tramites/contexto.ts';
import { signIn } from '#tramites/sesion/sign-in.ts';
import { signInDeSoporte } from '#tramites/soporte/sign-in-de-soporte.ts';
import { findNavegador } from './browser.ts';
import { root } from './root.ts';
import { findSesionesDelNavegador } from './session-token.ts';

const MAX_CERTIFICADO_BASE64 = 12_000;

const ingresoSchema = z.object({
  nonce: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  rfc: z.string().max(40),
  certificado: z.base64().max(MAX_CERTIFICADO_BASE64),
  firma: z.base64().max(1_400),
});

type Authorize = (
  credentials: Record<string, string> | undefined,
  request: Pick<RequestInternal, 'headers'>,
) => Promise<User>;

/** For a titular's session. */
export const authorizeIngreso: Authorize = (...asked) => authorizeWith(signIn, ...asked);

/** For a staff member's session. */
export const authorizeIngresoDeSoporte: Authorize = (...asked) => authorizeWith(signInDeSoporte, ...asked);

/**
 * What next-auth asks of its credentials providers: the user, or an Error whose message is the code that the page shows.
 * Anything unforeseen becomes SERVICIO_NO_DISPONIBLE, so that no inner message reaches a URL.
 */
async function authorizeWith(
  enter: typeof signInDeSoporte,
  ...[credentials, request]: Parameters<Authorize>
): Promise<User> {
  const { cupo, ...partes } = root();
  const persona = credentials?.rfc?.trim().toUpperCase() ?? '';
  const ctx: Contexto = { ...partes, db: cupo(persona), actor: { tipo: 'NADIE' } };
  const result = await openSesion(enter, ctx, credentials, request.headers ?? {}).catch((error: unknown) => {
    const isOcupado = readFalla(error) === 'OCUPADO';
    ctx.log.error({ error }, 'sign-in failed');
    return { ok: false as const, error: isOcupado ? 'PORTAL_OCUPADO' : 'SERVICIO_NO_DISPONIBLE' };
  });
  if (!result.ok) throw new Error(result.error);
  return { id: result.value.sesionId };
}

async function openSesion(
  enter: typeof signInDeSoporte,
  ctx: Contexto,
  credentials: unknown,
  headers: Record<string, string>,
) {
  const direccion = headers['x-buzon-direccion'] ?? 'desconocida';
  const parsed = ingresoSchema.safeParse(credentials);
  if (!parsed.success) return { ok: false as const, error: 'FIRMA_NO_CORRESPONDE' };
  if (!(await root().limites.ingreso.allow(direccion))) return { ok: false as const, error: 'DEMASIADOS_INTENTOS' };
  const { nonce, rfc, certificado, firma } = parsed.data;
  return enter(ctx, {
    nonce,
    rfc,
    certificado: Buffer.from(certificado, 'base64'),
    firma: Buffer.from(firma, 'base64'),
    host: new URL(ctx.appUrl).host,
    navegador: await findNavegador(),
    anterior: await findSesionesDelNavegador(),
  });
}
