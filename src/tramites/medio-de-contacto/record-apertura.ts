import { randomUUID } from 'node:crypto';
import {
  type AgenteDeApertura,
  APERTURAS_POR_CLASE,
  type MetodoDeApertura,
} from '#domain/medio-de-contacto/apertura.ts';
import type { Contexto } from '#tramites/contexto.ts';
import { findMedioByToken } from './find-medio-by-token.ts';

export interface Peticion {
  metodo: MetodoDeApertura;
  agente: AgenteDeApertura;
}

/** Validates nothing and holds nothing of the visitor; the first five of each kind have a row, the rest a count. */
export async function recordApertura(ctx: Contexto, token: string, peticion: Peticion): Promise<string | null> {
  const found = await findMedioByToken(ctx, token);
  if (!found.ok) return null;
  const medio = found.value;
  const { metodo, agente } = peticion;
  const conSesion = ctx.actor.tipo === 'TITULAR' && ctx.actor.titularId === medio.titularId;
  const now = ctx.now();
  const [apertura] = await ctx.db.$transaction(
    (tx) => tx.$queryRaw<[{ id: string }]>`
    INSERT INTO apertura_de_enlace AS a (id, medio_id, metodo, agente, con_sesion, numero, veces, primera_en, ultima_en)
    SELECT ${randomUUID()}::uuid, ${medio.id}::uuid, ${metodo}::"MetodoDeApertura", ${agente}::"AgenteDeApertura",
      ${conSesion}, least(coalesce(max(numero), 0) + 1, ${APERTURAS_POR_CLASE}::int), 1, ${now}, ${now}
    FROM apertura_de_enlace
    WHERE medio_id = ${medio.id}::uuid AND metodo = ${metodo}::"MetodoDeApertura"
      AND agente = ${agente}::"AgenteDeApertura" AND con_sesion = ${conSesion}
    ON CONFLICT (medio_id, metodo, agente, con_sesion, numero)
    DO UPDATE SET veces = a.veces + 1, ultima_en = greatest(a.ultima_en, EXCLUDED.ultima_en)
    RETURNING id`,
  );
  return apertura.id;
}

export async function confirmApertura(ctx: Contexto, token: string, aperturaId: string): Promise<void> {
  const medio = await findMedioByToken(ctx, token);
  if (!medio.ok) return;
  await ctx.db.$executeRaw`
    UPDATE apertura_de_enlace SET guion_en = greatest(${ctx.now()}, primera_en)
    WHERE id = ${aperturaId}::uuid AND medio_id = ${medio.value.id}::uuid AND metodo = 'GET' AND guion_en IS NULL`;
}
