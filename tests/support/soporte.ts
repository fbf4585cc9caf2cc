import { randomUUID } from 'node:crypto';
import type { VeredictoDeEnvio } from '#domain/aviso/verdict.ts';
import type { Mecanismo } from '#domain/medio-de-contacto/mecanismo.ts';
import type { ContextoDeEnvio } from '#tramites/aviso/compose-mensaje.ts';
import type { Contexto } from '#tramites/contexto.ts';
import { buildToken } from '#tramites/enlace/enlace-de-correo.ts';
import { registerMedioDeContacto } from '#tramites/medio-de-contacto/register-medio-de-contacto.ts';
import type { Titular } from './escenario.ts';

/** RFCs of staff members, none of which is a titular's in these tests. */
export const RFC_DE_SOPORTE = { CONSULTA: 'LOVC900412QX8', ATENCION: 'ZAMA870623KP4', SUPERVISION: 'PEGR850101AB3' };

/** Registers a medio for the RFC of a titular; gives its folio. */
export async function registrar({ ctx }: Titular, valor: string): Promise<string> {
  const mecanismo: Mecanismo = valor.includes('@') ? 'CORREO_ELECTRONICO' : 'TELEFONO';
  const result = await registerMedioDeContacto(ctx, { mecanismo, valor, peticionId: randomUUID() });
  if (!result.ok) throw new Error(result.error);
  return result.value.folio;
}

/** The token in the link of a medio's e-mail. */
export async function tokenDe({ ctx }: Titular, folio: string): Promise<string> {
  const where = { folio };
  const medio = await ctx.db.medioDeContacto.findUniqueOrThrow({ where, select: { id: true, claveId: true } });
  const token = buildToken(ctx.claves, medio);
  if (token === null) throw new Error('the key is gone');
  return token;
}

/** What sends messages, with a provider that answers what it is told. */
export function contextoDeEnvio(ctx: Contexto, answer: () => VeredictoDeEnvio): ContextoDeEnvio {
  const send = async () => answer();
  return { ...ctx, actor: { tipo: 'SISTEMA' }, esDemo: true, correo: { send, close: () => undefined }, sms: { send } };
}
