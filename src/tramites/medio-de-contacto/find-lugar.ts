import type { RegistroError } from '#domain/medio-de-contacto/errores.ts';
import { firstFreeLugar } from '#domain/medio-de-contacto/limites.ts';
import type { MedioLeido } from '#domain/medio-de-contacto/medio.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { ContextoDeTitular, Tx } from '#tramites/contexto.ts';
import { checkEnvio } from './check-envio.ts';

export async function findLugar(
  tx: Tx,
  ctx: ContextoDeTitular,
  medio: MedioLeido,
): Promise<Result<{ lugar: number; demoradoHasta: Date | null }, RegistroError>> {
  const { mecanismo, valorComparable } = medio;
  const activos = await tx.alcanceDeMedio.findMany({
    where: { titularId: ctx.actor.titularId, registroPatronalId: null, mecanismo, lugar: { not: null } },
    select: { lugar: true, valorComparable: true },
  });
  if (activos.some((activo) => activo.valorComparable === valorComparable)) return fail('MEDIO_YA_REGISTRADO');
  const taken = activos.flatMap(({ lugar }) => lugar ?? []);
  const lugar = firstFreeLugar(mecanismo, taken);
  if (lugar === null) return fail(mecanismo === 'TELEFONO' ? 'LIMITE_DE_TELEFONOS' : 'LIMITE_DE_CORREOS');
  const prueba = await checkEnvio(tx, ctx, { ...medio, titularId: ctx.actor.titularId, isNuevo: true });
  return prueba.ok ? ok({ lugar, demoradoHasta: prueba.value }) : prueba;
}
