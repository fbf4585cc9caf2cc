import type { RegistroError } from '#domain/medio-de-contacto/errores.ts';
import type { Mecanismo } from '#domain/medio-de-contacto/mecanismo.ts';
import { parseMedio } from '#domain/medio-de-contacto/medio.ts';
import { ok, type Result } from '#domain/result.ts';
import { runSealed } from '#tramites/acuse/run-sealed.ts';
import type { ContextoDeTitular, Tx } from '#tramites/contexto.ts';
import { cancelMediosVencidos } from './cancel-medios-vencidos.ts';
import { findLugar } from './find-lugar.ts';
import { insertMedio } from './insert-medio.ts';
import { lockDestino, lockTitular } from './lock.ts';

export interface PeticionDeRegistro {
  mecanismo: Mecanismo;
  valor: string;
  /** Made once with the form: the same press of «Aceptar» arriving twice registers once. */
  peticionId: string;
}

/** Registers a medio de contacto for the titular's RFC (guide V, steps 3 to 5, 8 and 9). Answers its folio. */
export async function registerMedioDeContacto(
  ctx: ContextoDeTitular,
  peticion: PeticionDeRegistro,
): Promise<Result<{ folio: string }, RegistroError>> {
  const medio = parseMedio(peticion.mecanismo, peticion.valor);
  if (!medio.ok) return medio;
  const { mecanismo, valorComparable } = medio.value;
  return runSealed(ctx, {}, async (tx, ctx) => {
    const { titularId } = ctx.actor;
    await lockTitular(tx, titularId);
    const already = await findByPeticion(tx, ctx, peticion.peticionId);
    if (already) return ok(already);
    await cancelMediosVencidos(tx, ctx, { titularId });
    await lockDestino(tx, valorComparable);
    const found = await findLugar(tx, ctx, medio.value);
    if (!found.ok) return found;
    const { lugar, demoradoHasta } = found.value;
    const addAlcances = async (medioId: string) => {
      const data = { medioId, titularId, mecanismo, valorComparable, lugar };
      await tx.alcanceDeMedio.create({ data, select: { id: true } });
      return null;
    };
    const { peticionId } = peticion;
    return ok({ folio: await insertMedio(tx, ctx, { medio: medio.value, peticionId, demoradoHasta, addAlcances }) });
  });
}

/** What this press of «Aceptar» has registered already, if it arrived before. */
export function findByPeticion(tx: Tx, ctx: ContextoDeTitular, peticionId: string): Promise<{ folio: string } | null> {
  return tx.medioDeContacto.findUnique({
    where: { titularId_peticionId: { titularId: ctx.actor.titularId, peticionId } },
    select: { folio: true },
  });
}
