import type { User } from 'next-auth';
import { z } from 'zod';
import { readFalla } from '#infra/db/falla.ts';
import { noteRechazo } from '#infra/logger/hilo.ts';
import { metricas } from '#infra/metricas/metricas.ts';
import type { Contexto } from '#tramites/contexto.ts';
import { signInDeSoporte } from '#tramites/soporte/sign-in-de-soporte.ts';
import { findDireccion } from '../_request/find-direccion.ts';
import { findNavegador } from './browser.ts';
import { contexto } from './contexto.ts';
import { firmaSchema } from './firma.ts';
import { root } from './root.ts';
import { findSesionesDelNavegador } from './session-token.ts';

const ingresoSchema = firmaSchema.extend({ rfc: z.string().max(40) });

/** Not of whoever signs in, or told as what a limit refuses. */
const NUESTRAS = ['PORTAL_OCUPADO', 'SERVICIO_NO_DISPONIBLE', 'DEMASIADOS_INTENTOS'];

type Authorize = (credentials: Record<string, string> | undefined) => Promise<User>;

/**
 * What next-auth asks of its credentials providers: the user, or an Error whose message is the code that the page shows.
 * Anything unforeseen becomes SERVICIO_NO_DISPONIBLE, so that no inner message reaches a URL.
 */
export function authorizeWith(enter: typeof signInDeSoporte): Authorize {
  return async (credentials) => {
    // Those who say no RFC share one turn.
    const ctx = contexto(credentials?.rfc?.trim().toUpperCase() || 'SIN_RFC');
    const result = await openSesion(enter, ctx, credentials).catch((error: unknown) => {
      const isOcupado = readFalla(error) === 'OCUPADO';
      ctx.log.error({ error }, 'sign-in failed');
      return { ok: false as const, error: isOcupado ? 'PORTAL_OCUPADO' : 'SERVICIO_NO_DISPONIBLE' };
    });
    const quien = enter === signInDeSoporte ? 'soporte' : 'titular';
    metricas().ingresos.inc({ quien, resultado: result.ok ? 'ok' : result.error.toLowerCase() });
    if (result.ok) return { id: result.value.sesionId };
    if (!NUESTRAS.includes(result.error)) noteRechazo('INGRESO', result.error);
    throw new Error(result.error);
  };
}

async function openSesion(enter: typeof signInDeSoporte, ctx: Contexto, credentials: unknown) {
  const parsed = ingresoSchema.safeParse(credentials);
  if (!parsed.success) return { ok: false as const, error: 'FIRMA_NO_CORRESPONDE' };
  if (!(await root().limites.ingreso.allow(await findDireccion())))
    return { ok: false as const, error: 'DEMASIADOS_INTENTOS' };
  return enter(ctx, {
    ...parsed.data,
    host: new URL(ctx.appUrl).host,
    navegador: await findNavegador(),
    anterior: await findSesionesDelNavegador(),
  });
}
