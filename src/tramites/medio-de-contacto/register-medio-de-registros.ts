import { type MedioLeido, parseMedio } from '#domain/medio-de-contacto/medio.ts';
import { fail, ok } from '#domain/result.ts';
import { runSealed } from '#tramites/acuse/issue-acuse.ts';
import { type ContextoDeTitular, lockDestino, lockTitular, type Tx } from '#tramites/contexto.ts';
import { checkRegistros, lockPadronDe } from '#tramites/registro-patronal/check-registros.ts';
import { summarizeRegistros, TRANSACCION_MASIVA } from '#tramites/registro-patronal/summarize-registros.ts';
import { elegidosDe, mediosDe } from '#tramites/vigencia/alcance.ts';
import { cancelMediosVencidos } from './cancel-medio.ts';
import { checkEnvio } from './check-envio.ts';
import { insertMedio } from './insert-medio.ts';
import { listByPeticion, type PeticionDeRegistro } from './register-medio-de-contacto.ts';

interface PeticionParaRegistros extends PeticionDeRegistro {
  seleccionId: string;
  /** What the window asked about (`CupoDeRegistros.sha256`): nothing else is registered. */
  sha256: string;
  /** «Asociar sin nueva validación»: the same value was proved for this RFC already. */
  sinNuevaValidacion: boolean;
}

/** One or fifty thousand under one folio with one proof (guide VI, steps 4 to 7); those that cannot are left out. */
export async function registerMedioDeRegistros(ctx: ContextoDeTitular, peticion: PeticionParaRegistros) {
  const medio = parseMedio(peticion.mecanismo, peticion.valor);
  if (!medio.ok) return medio;
  return runSealed(ctx, TRANSACCION_MASIVA, async (tx, ctx) => {
    const { titularId } = ctx.actor;
    await lockTitular(tx, titularId);
    const [already] = await listByPeticion(tx, ctx, [peticion]);
    if (already) return ok({ folio: already });
    await cancelMediosVencidos(tx, ctx, { titularId });
    await lockPadronDe(tx, titularId);
    await lockDestino(tx, medio.value.valorComparable);
    const cupo = await judge(tx, ctx, peticion.seleccionId, medio.value);
    // The window asked about some that could take it: with none left, it is what changed since that must be told.
    if (!cupo.ok) return fail('CAMBIO_AL_CONFIRMAR');
    const prueba = peticion.sinNuevaValidacion ? await findPrueba(tx, ctx, medio.value) : null;
    const isAsAsked = cupo.value.sha256 === peticion.sha256 && (prueba !== null || !peticion.sinNuevaValidacion);
    if (!isAsAsked) return fail('CAMBIO_AL_CONFIRMAR');
    const envio = prueba ? ok(null) : await checkEnvio(tx, ctx, { ...medio.value, titularId, isNuevo: true });
    if (!envio.ok) return envio;
    const porProbar = { pruebaDeId: prueba?.id ?? null, demoradoHasta: envio.value };
    return ok({ folio: await insertForRegistros(tx, ctx, peticion, medio.value, porProbar) });
  });
}

/** What the window «Registrar medio de contacto» asks about and says of those that cannot take it. Registers nothing. */
export async function checkMedioDeRegistros(
  ctx: ContextoDeTitular,
  peticion: Pick<PeticionParaRegistros, 'mecanismo' | 'valor' | 'seleccionId'>,
) {
  const medio = parseMedio(peticion.mecanismo, peticion.valor);
  if (!medio.ok) return medio;
  const { titularId } = ctx.actor;
  return ctx.db.$transaction(async (tx) => {
    await lockTitular(tx, titularId);
    await cancelMediosVencidos(tx, ctx, { titularId });
    const cupo = await judge(tx, ctx, peticion.seleccionId, medio.value);
    if (!cupo.ok) return cupo;
    const prueba = await findPrueba(tx, ctx, medio.value);
    const envio = prueba ? ok(null) : await checkEnvio(tx, ctx, { ...medio.value, titularId, isNuevo: true });
    if (!envio.ok) return envio;
    return ok({ medio: medio.value, cupo: cupo.value, prueba });
  });
}

/** Where none of those chosen can take the medio, also which they are and why. */
async function judge(tx: Tx, ctx: ContextoDeTitular, seleccionId: string, medio: MedioLeido) {
  const cupo = await checkRegistros(tx, ctx, seleccionId, medio);
  if (cupo.elegidos === 0) return fail('SIN_REGISTROS_ELEGIDOS');
  return cupo.caben === 0 ? { ...fail('NINGUN_REGISTRO_LO_ADMITE'), cupo } : ok(cupo);
}

/** A medio of this titular, among those that whoever asks may see, that has proved the same value, whatever its scope. */
function findPrueba(tx: Tx, ctx: ContextoDeTitular, medio: MedioLeido) {
  const { mecanismo, valorComparable } = medio;
  return tx.medioDeContacto.findFirst({
    where: { ...mediosDe(ctx), mecanismo, valorComparable, estado: 'VALIDADO' },
    orderBy: { fechaDeRegistro: 'asc' },
    select: { id: true, registros: true },
  });
}

async function insertForRegistros(
  tx: Tx,
  ctx: ContextoDeTitular,
  { peticionId, seleccionId }: PeticionParaRegistros,
  medio: MedioLeido,
  porProbar: { pruebaDeId: string | null; demoradoHasta: Date | null },
): Promise<string> {
  const { titularId } = ctx.actor;
  const { mecanismo, valorComparable } = medio;
  const seleccion = { where: { id: seleccionId }, select: { todos: true } };
  const { todos } = await tx.seleccionDeRegistros.findUniqueOrThrow(seleccion);
  const vigentes = { where: { titularId, estado: 'VIGENTE' }, _max: { alta: true } } as const;
  return insertMedio(tx, ctx, {
    medio,
    peticionId,
    ...porProbar,
    todosHastaAlta:
      todos && elegidosDe(ctx).length === 0 ? (await tx.registroPatronal.aggregate(vigentes))._max.alta : null,
    addAlcances: async (medioId) => {
      await tx.$executeRaw`
        INSERT INTO alcance_de_medio
          (medio_id, titular_id, registro_patronal_id, numero, mecanismo, valor_comparable, lugar)
        SELECT ${medioId}::uuid, ${titularId}::uuid, id, numero, ${mecanismo}::"Mecanismo", ${valorComparable}, lugar
        FROM registros_para_medio(${seleccionId}::uuid, ${mecanismo}::"Mecanismo", ${valorComparable})
        WHERE lugar IS NOT NULL`;
      await tx.seleccionDeRegistros.delete({ where: { id: seleccionId }, select: { id: true } });
      return summarizeRegistros(tx, medioId, ctx.now());
    },
  });
}
