import type { RegistroError } from '#domain/medio-de-contacto/errores.ts';
import { firstFreeLugar } from '#domain/medio-de-contacto/limites.ts';
import type { Mecanismo } from '#domain/medio-de-contacto/mecanismo.ts';
import { type MedioLeido, parseMedio } from '#domain/medio-de-contacto/medio.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { runSealed } from '#tramites/acuse/issue-acuse.ts';
import { type ContextoDeTitular, lockDestino, lockTitular, type Tx } from '#tramites/contexto.ts';
import { cancelMediosVencidos } from './cancel-medio.ts';
import { checkEnvio } from './check-envio.ts';
import { findReemplazable } from './find-reemplazable.ts';
import { insertMedio } from './insert-medio.ts';

export interface PeticionDeRegistro {
  mecanismo: Mecanismo;
  valor: string;
  /** Made once with the form: the same press of «Aceptar» arriving twice registers once. */
  peticionId: string;
  /** The folio of the medio whose place it is to take, which stays until it is removed; of no effect where it cannot. */
  reemplaza?: string | undefined;
}

/** Registers a medio de contacto for the titular's RFC (guide V, steps 3 to 5, 8 and 9). Answers its folio. */
export async function registerMedioDeContacto(ctx: ContextoDeTitular, peticion: PeticionDeRegistro) {
  const result = await registerMediosDeContacto(ctx, [peticion]);
  return result.ok ? ok({ folio: result.value[0] as string }) : fail(result.error.codigo);
}

/** The first e-mail and the phone together: both or none, each with its folio. The error says which of them it is about. */
export async function registerMediosDeContacto(ctx: ContextoDeTitular, peticiones: readonly PeticionDeRegistro[]) {
  return runSealed(ctx, {}, async (tx, ctx) => {
    const { titularId } = ctx.actor;
    await lockTitular(tx, titularId);
    const already = await listByPeticion(tx, ctx, peticiones);
    if (already.length > 0) return ok(already);
    await cancelMediosVencidos(tx, ctx, { titularId });
    const checked: (Lugar & { medio: MedioLeido; peticionId: string; reemplaza: string | undefined })[] = [];
    for (const [cual, { mecanismo, valor, peticionId, reemplaza }] of peticiones.entries()) {
      const medio = parseMedio(mecanismo, valor);
      if (!medio.ok) return fail({ codigo: medio.error, cual });
      await lockDestino(tx, medio.value.valorComparable);
      const found = await findLugar(tx, ctx, medio.value);
      if (!found.ok) return fail({ codigo: found.error, cual });
      checked.push({ medio: medio.value, peticionId, reemplaza, ...found.value });
    }
    const folios: string[] = [];
    for (const { lugar, reemplaza, ...nuevo } of checked) {
      const { mecanismo, valorComparable } = nuevo.medio;
      const addAlcances = async (medioId: string) => {
        const data = { medioId, titularId, mecanismo, valorComparable, lugar };
        await tx.alcanceDeMedio.create({ data, select: { id: true } });
        const anterior = await findReemplazable({ ...ctx, db: tx }, reemplaza);
        if (anterior?.mecanismo === mecanismo)
          await tx.apunteDeMedio.create({ data: { medioId, reemplazaAId: anterior.id }, select: { medioId: true } });
        return null;
      };
      folios.push(await insertMedio(tx, ctx, { ...nuevo, addAlcances }));
    }
    return ok(folios);
  });
}

type Peticiones = readonly Pick<PeticionDeRegistro, 'peticionId'>[];

/** The folios of what this press of «Aceptar» has registered already, if it arrived before. */
export async function listByPeticion(tx: Tx, { actor }: ContextoDeTitular, peticiones: Peticiones) {
  const peticionId = { in: peticiones.map((peticion) => peticion.peticionId) };
  const where = { titularId: actor.titularId, peticionId };
  const already = await tx.medioDeContacto.findMany({ where, orderBy: { folio: 'asc' }, select: { folio: true } });
  return already.map(({ folio }) => folio);
}

interface Lugar {
  lugar: number;
  demoradoHasta: Date | null;
}

async function findLugar(tx: Tx, ctx: ContextoDeTitular, medio: MedioLeido): Promise<Result<Lugar, RegistroError>> {
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

/** Says what would stop a registration, which checks again. */
export async function checkMedioDeContacto(
  ctx: ContextoDeTitular,
  { mecanismo, valor }: { mecanismo: Mecanismo; valor: string },
): Promise<Result<MedioLeido, RegistroError>> {
  const medio = parseMedio(mecanismo, valor);
  if (!medio.ok) return medio;
  return ctx.db.$transaction(async (tx) => {
    await lockTitular(tx, ctx.actor.titularId);
    await cancelMediosVencidos(tx, ctx, { titularId: ctx.actor.titularId });
    const lugar = await findLugar(tx, ctx, medio.value);
    return lugar.ok ? ok(medio.value) : lugar;
  });
}
