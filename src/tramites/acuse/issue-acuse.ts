import { randomUUID } from 'node:crypto';
import { cadenaDeAcuse } from '#domain/acuse/cadena-de-acuse.ts';
import type { DatosDeAcuse } from '#domain/acuse/datos.ts';
import { inPartes } from '#domain/partes.ts';
import { appendBitacora, insertFilas } from '#tramites/bitacora/append-bitacora.ts';
import type { ActorTitular, Contexto, Tx } from '#tramites/contexto.ts';
import { addTarea, insertTareas } from '#tramites/tarea/add-tarea.ts';
import { plantillaVigente } from '#wording/acuse/plantillas.ts';

export type ContextoDeAcuses = Pick<Contexto, 'now' | 'actor' | 'desfaseMs' | 'sello' | 'folios'>;

/** In a transaction of runSealed: a key that is elsewhere is never asked inside. Throws if the sealing key fails. */
export async function issueAcuse(tx: Tx, ctx: ContextoDeAcuses, titularId: string, datos: DatosDeAcuse) {
  const [id] = await issueAcuses(tx, ctx, [{ titularId, datos }]);
  return id as string;
}

export async function issueAcuses(
  tx: Tx,
  ctx: ContextoDeAcuses,
  nuevos: readonly { titularId: string; datos: DatosDeAcuse }[],
): Promise<string[]> {
  if (ctx.sello.isDeFuera) throw new Error('an acuse outside of runSealed');
  const data = await Promise.all(nuevos.map(({ titularId, datos }) => seal(ctx, titularId, datos)));
  for (const parte of inPartes(data)) await insertAcuses(tx, ctx, parte);
  const apuntes = nuevos.map(({ titularId, datos: { folio, tipo } }) => {
    return { evento: 'ACUSE_EMITIDO' as const, titularId, folio, datos: { tipo, serieDelSello: ctx.sello.serie } };
  });
  await appendBitacora(tx, ctx, apuntes);
  const ids = data.map(({ id }) => id);
  const tareas = ids.map((acuseId) => ({ acuseId }));
  await addTarea(tx, ctx, 'emitir-acuse', tareas);
  return ids;
}

/** And the certificate of their sello, so that they are verified under it for ever. */
async function insertAcuses(tx: Tx, { sello }: ContextoDeAcuses, acuses: Awaited<ReturnType<typeof seal>>[]) {
  await tx.$executeRaw`
    WITH certificado AS (
      INSERT INTO certificado_de_sello (huella, serie, pem, es_demo)
      VALUES (${sello.huella}, ${sello.serie}, ${sello.certificadoPem}, ${sello.isDemo}) ON CONFLICT DO NOTHING
    )
    INSERT INTO acuse (id, folio, tipo, titular_id, fecha, plantilla, datos, cadena_original, sello, certificado_de_sello)
    SELECT id, folio, tipo::"TipoDeAcuse", "titularId", fecha, plantilla, datos, "cadenaOriginal", decode(sello, 'base64'),
      ${sello.huella}
    FROM jsonb_to_recordset(${JSON.stringify(acuses)}::jsonb) AS sellado (id uuid, folio text, tipo text, "titularId" uuid,
      fecha timestamptz, plantilla text, datos jsonb, "cadenaOriginal" text, sello text)`;
}

async function seal({ sello }: ContextoDeAcuses, titularId: string, datos: DatosDeAcuse) {
  const cadenaOriginal = cadenaDeAcuse(datos);
  const fecha = new Date(datos.fecha);
  return {
    id: randomUUID(),
    folio: datos.folio,
    tipo: datos.tipo,
    titularId,
    fecha,
    plantilla: plantillaVigente(datos.tipo, fecha).version,
    datos,
    cadenaOriginal,
    sello: Buffer.from(await sello.sign(new TextEncoder().encode(cadenaOriginal))).toString('base64'),
  };
}

/** Who did it for the titular, as an acuse says it; nothing where the titular did. */
export function conductoDeAcuse({ porConducto }: Pick<ActorTitular, 'porConducto'>) {
  if (!porConducto) return {};
  const { rfc: rfcRepresentante, nombre, folio, serieDelTitular } = porConducto;
  return { rfcRepresentante, porConducto: { nombre, folio, serieDelTitular } };
}

/** Signatures asked for at once: a command that seals is a process for each. */
const SELLOS_A_LA_VEZ = 8;
/** What changes meanwhile is another acuse, to be sealed again. */
const VUELTAS = 5;

/** Ends a transaction whose acuses are not sealed yet: nothing of it is kept. */
class FaltanSellos extends Error {}

/** The same code as the database's own when two transactions change what each has read: nothing was done. */
class CambioMientras extends Error {
  readonly code = '40001';
}

type ContextoDeTrabajo = ContextoDeAcuses & Pick<Contexto, 'db'>;
type Trabajo<Ctx, T> = (tx: Tx, ctx: Ctx) => Promise<T>;

/**
 * A transaction that issues acuses. Where the key is elsewhere nobody waits for it with rows in hand: the work is done
 * to learn what is to be sealed and undone, that is sealed, and it is done again at the same instant with the same
 * folios. What then has changed is sealed anew. Throws what `work` throws, or why nothing could be sealed.
 */
export async function runSealed<Ctx extends ContextoDeTrabajo, T>(
  ctx: Ctx,
  options: { timeout?: number },
  work: Trabajo<Ctx, T>,
): Promise<T> {
  if (!ctx.sello.isDeFuera) return runInOne(ctx, options, work);
  const instante = ctx.now();
  const sellos = new Map<string, Uint8Array>();
  const folios: bigint[] = [];
  for (let vuelta = 0; vuelta < VUELTAS; vuelta++) {
    const faltan = new Map<string, Uint8Array>();
    const sello = Object.create(ctx.sello, {
      isDeFuera: { value: false },
      sign: { value: async (bytes: Uint8Array) => find(sellos, faltan, bytes) },
    });
    try {
      const otraVez = { ...ctx, now: () => instante, sello, folios: { usados: 0, sacados: folios } };
      return await runInOne(otraVez, options, async (tx, ctx) => {
        const done = await work(tx, ctx);
        if (faltan.size > 0) throw new FaltanSellos();
        return done;
      });
    } catch (error) {
      if (!(error instanceof FaltanSellos)) throw error;
    }
    for (const parte of inPartes([...faltan], SELLOS_A_LA_VEZ))
      await Promise.all(parte.map(async ([cadena, bytes]) => sellos.set(cadena, await ctx.sello.sign(bytes))));
  }
  throw new CambioMientras('what is to be certified changes each time that it is sealed');
}

/** One transaction, with what its work left for the end. */
function runInOne<Ctx extends ContextoDeTrabajo, T>(ctx: Ctx, options: { timeout?: number }, work: Trabajo<Ctx, T>) {
  return ctx.db.$transaction(async (tx) => {
    const alFinal: Contexto['alFinal'] & object = { apuntes: [], tareas: [] };
    const done = await work(tx, { ...ctx, alFinal });
    await insertFilas(tx, alFinal.apuntes);
    await insertTareas(tx, alFinal.tareas);
    return done;
  }, options);
}

/** The sello of a cadena; until there is one, bytes that are never kept. */
function find(sellos: Map<string, Uint8Array>, faltan: Map<string, Uint8Array>, bytes: Uint8Array): Uint8Array {
  const cadena = Buffer.from(bytes).toString('base64');
  const sello = sellos.get(cadena);
  if (!sello) faltan.set(cadena, bytes);
  return sello ?? new Uint8Array();
}
