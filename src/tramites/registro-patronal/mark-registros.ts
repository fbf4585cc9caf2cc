import { randomUUID } from 'node:crypto';
import { parseBusquedaDeRegistro } from '#domain/registro-patronal.ts';
import type { ContextoDeTitular, Tx } from '#tramites/contexto.ts';
import { duenoDeSeleccion, elegidosDe } from '#tramites/vigencia/alcance.ts';
import { type BusquedaDeHallados, countRegistros } from './list-registros.ts';

interface MarcasDeUnaPagina {
  /** The form's own selection; made with the form, kept as long as it is open. */
  seleccionId: string;
  todos: boolean;
  visibles: string[];
  marcados: string[];
  /** Whether the page showed what `todos` says: without script, ticking «todos» leaves the rows as they were. */
  isAlDia: boolean;
}

export type Seleccion = Awaited<ReturnType<typeof findSeleccion>>;

/** Stays ticked across pages and searches (guide VI, step 5). A selection of another session is left alone. */
export async function markRegistros(ctx: ContextoDeTitular, marcas: MarcasDeUnaPagina): Promise<Seleccion> {
  const seleccionId = await ctx.db.$transaction(async (tx) => {
    const { id, todos: before } = await openSeleccion(tx, ctx, marcas.seleccionId);
    if (before !== marcas.todos) await tx.marcaDeRegistro.deleteMany({ where: { seleccionId: id } });
    await tx.seleccionDeRegistros.update({
      where: { id },
      data: { todos: marcas.todos, modificadaEn: ctx.now() },
      select: { id: true },
    });
    if (before === marcas.todos || marcas.isAlDia) await setMarcas(tx, ctx, id, marcas);
    return id;
  });
  return findSeleccion(ctx, seleccionId);
}

/** Ticks all that a search finds, on whatever page, or takes them out of the selection. */
export async function markHallados(
  ctx: ContextoDeTitular,
  seleccionId: string,
  { buscar, sinValidar }: BusquedaDeHallados,
  isElegidos: boolean,
): Promise<Seleccion> {
  const { por, prefijo } = parseBusquedaDeRegistro(buscar);
  const { titularId } = ctx.actor;
  const id = await ctx.db.$transaction(async (tx) => {
    const { id, todos } = await openSeleccion(tx, ctx, seleccionId);
    if (todos === isElegidos)
      await tx.$executeRaw`
        DELETE FROM marca_de_registro WHERE seleccion_id = ${id}::uuid AND registro_patronal_id IN (
          SELECT hallado.id FROM registros_hallados(${titularId}::uuid, ${por === 'NUMERO'}, ${prefijo}, ${sinValidar}) hallado)`;
    else
      await tx.$executeRaw`
        INSERT INTO marca_de_registro (seleccion_id, registro_patronal_id)
        SELECT ${id}::uuid, hallado.id
        FROM registros_hallados(${titularId}::uuid, ${por === 'NUMERO'}, ${prefijo}, ${sinValidar}) hallado
        ON CONFLICT DO NOTHING`;
    return id;
  });
  return findSeleccion(ctx, id);
}

/** How many registros vigentes a selection of this session holds; one that is not there holds none. */
export async function findSeleccion(ctx: ContextoDeTitular, seleccionId: string) {
  const numeros = elegidosDe(ctx);
  const numero = numeros.length > 0 ? { in: numeros } : undefined;
  const seleccion = await ctx.db.seleccionDeRegistros.findUnique({
    where: { id: seleccionId, ...duenoDeSeleccion(ctx) },
    select: {
      todos: true,
      _count: {
        select: {
          marcas: { where: { registroPatronal: { titularId: ctx.actor.titularId, estado: 'VIGENTE', numero } } },
        },
      },
    },
  });
  const todos = seleccion?.todos ?? false;
  const marcados = seleccion?._count.marcas ?? 0;
  return { seleccionId, todos, cuantos: todos ? (await countRegistros(ctx)).vigentes - marcados : marcados };
}

async function openSeleccion(tx: Tx, ctx: ContextoDeTitular, id: string) {
  const dueno = duenoDeSeleccion(ctx);
  const nueva = { ...dueno, todos: false, modificadaEn: ctx.now() };
  await tx.seleccionDeRegistros.createMany({ data: { id, ...nueva }, skipDuplicates: true });
  const own = await tx.seleccionDeRegistros.findUnique({ where: { id, ...dueno }, select: { id: true, todos: true } });
  return (
    own ?? tx.seleccionDeRegistros.create({ data: { id: randomUUID(), ...nueva }, select: { id: true, todos: true } })
  );
}

/** A mark is what differs from `todos`: a registro that is in, or with `todos` one that is left out. */
async function setMarcas(tx: Tx, ctx: ContextoDeTitular, id: string, marcas: MarcasDeUnaPagina): Promise<void> {
  const { todos, visibles } = marcas;
  const ticked = new Set(marcas.marcados);
  const conMarca = visibles.filter((numero) => ticked.has(numero) !== todos);
  await tx.$executeRaw`
    DELETE FROM marca_de_registro WHERE seleccion_id = ${id}::uuid AND registro_patronal_id IN (
      SELECT id FROM registro_patronal WHERE titular_id = ${ctx.actor.titularId}::uuid
        AND numero = ANY (${visibles}::bpchar[]) AND numero <> ALL (${conMarca}::bpchar[]))`;
  await tx.$executeRaw`
    INSERT INTO marca_de_registro (seleccion_id, registro_patronal_id)
    SELECT ${id}::uuid, id FROM registro_patronal
    WHERE titular_id = ${ctx.actor.titularId}::uuid AND estado = 'VIGENTE' AND numero = ANY (${conMarca}::bpchar[])
    ON CONFLICT DO NOTHING`;
}
