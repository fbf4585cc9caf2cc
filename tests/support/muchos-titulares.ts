import { randomUUID } from 'node:crypto';
import type { ContextoDeTitular } from '#tramites/contexto.ts';
import { registerMedioDeContacto } from '#tramites/medio-de-contacto/register-medio-de-contacto.ts';
import type { Titular } from './escenario.ts';

/** Registers an address or a number for the RFC, by what it looks like. */
export const registrar = (ctx: ContextoDeTitular, valor: string) =>
  registerMedioDeContacto(ctx, {
    mecanismo: valor.includes('@') ? 'CORREO_ELECTRONICO' : 'TELEFONO',
    valor,
    peticionId: randomUUID(),
  });

export async function folioOf(result: ReturnType<typeof registrar>): Promise<string> {
  const registered = await result;
  if (!registered.ok) throw new Error(registered.error);
  return registered.value.folio;
}

/** Why it was not registered; null when it was. */
export const errorOf = async (result: ReturnType<typeof registrar>) =>
  ((await result) as { error?: string }).error ?? null;

/** Titulares of invented RFC, without an e-firma of their own, in the session of this one: many at little cost. */
export async function makeTitulares({ ctx }: Titular, cuantos: number): Promise<ContextoDeTitular[]> {
  const made = Array.from({ length: cuantos }, (_, cual) => ({
    id: randomUUID(),
    rfc: `XXXX9${String(cual).padStart(5, '0')}AB1`,
  }));
  await ctx.db.titular.createMany({ data: made.map((each) => ({ ...each, nombre: 'X', creadoEn: ctx.now() })) });
  return made.map(({ id: titularId, rfc }) => ({ ...ctx, actor: { ...ctx.actor, titularId, rfc } }));
}
