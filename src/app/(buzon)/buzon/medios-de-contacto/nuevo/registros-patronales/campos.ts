import { z } from 'zod';
import { MECANISMOS } from '#domain/medio-de-contacto/mecanismo.ts';
import type { ListaDeRegistros } from '#ui/registro-patronal/estado-de-registros.ts';
import { parseSent } from '../../../../../_server/formulario.ts';

const numeroSchema = z.string().regex(/^[A-Z\d]{11}$/);
const listaDeNumeros = (maximo: number) =>
  z
    .string()
    .default('')
    .transform((text) => (text === '' ? [] : text.split(',')))
    .pipe(z.array(numeroSchema).max(maximo));
/** What was typed, and no more of it than is ever looked at. */
const texto = (largo: number) =>
  z
    .string()
    .default('')
    .transform((text) => text.slice(0, largo));
const casilla = z
  .literal(['si', ''])
  .optional()
  .transform((value) => value === 'si');

const camposSchema = z.object({
  paso: z.enum([
    'guardar',
    'entrar',
    'buscar',
    'siguiente',
    'anterior',
    'elegir',
    'quitar',
    'aceptar',
    'llenar',
    'corregir',
  ]),
  mecanismo: z.string().max(40).default(''),
  valor: texto(320),
  seleccionId: z.uuid(),
  todos: casilla,
  visibles: listaDeNumeros(25),
  marcados: z.array(numeroSchema).max(25),
  isAlDia: casilla,
  buscar: texto(80),
  buscado: z.string().max(80).default(''),
  sinValidar: casilla,
  sinValidarBuscado: casilla,
  recorrido: listaDeNumeros(4000),
  vez: z.coerce.number().int().min(0).default(0),
});

export type Campos = z.infer<typeof camposSchema>;

export const medioSchema = z.object({ mecanismo: z.enum(MECANISMOS), valor: z.string().max(320) });
export const sinCupoSchema = medioSchema.extend({ seleccionId: z.uuid() });
export const folioSchema = z.string().max(40);
export const aceptarSchema = medioSchema.extend({
  peticionId: z.uuid(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  sinNuevaValidacion: z.literal('si').optional(),
});

const listaSchema = z.looseObject({ vez: z.number(), filas: z.array(z.looseObject({ numero: z.string().max(11) })) });
/** The state that the form had: only what `listaEnviada` reads. */
const antesSchema = z.object({
  lista: z.custom<ListaDeRegistros>((lista) => listaSchema.safeParse(lista).success),
});

/** What the form of registros patronales sent. Throws on what no page of ours sends (parseSent). */
export function parseCampos(formData: FormData): Campos {
  return parseSent(camposSchema, {
    ...Object.fromEntries(formData),
    marcados: formData.getAll('registro'),
    isAlDia: formData.get('conScript') ?? '',
  });
}

/** Whether the window sent it: what is ticked in the form below it was kept before. */
export function isVentana(paso: Campos['paso']): boolean {
  return paso === 'aceptar' || paso === 'llenar' || paso === 'corregir';
}

/** The list as the browser has it, with what is ticked on its page: what is shown again when nothing was kept. */
export function listaEnviada(antes: unknown, { paso, marcados, todos }: Campos): ListaDeRegistros {
  const { lista } = parseSent(antesSchema, antes);
  if (isVentana(paso)) return { ...lista, vez: lista.vez + 1 };
  const filas = lista.filas.map((fila) => ({ ...fila, isElegido: marcados.includes(fila.numero) }));
  return { ...lista, todos, filas, vez: lista.vez + 1 };
}

/** Whether it is about all that the search of the page found, whatever was typed since. */
export function isDeHallados(paso: Campos['paso']): paso is 'elegir' | 'quitar' {
  return paso === 'elegir' || paso === 'quitar';
}

export function halladosDe({ buscado, sinValidarBuscado }: Campos) {
  return { buscar: buscado, sinValidar: sinValidarBuscado };
}

/** What was really asked for and the page to show: Enter searches where the search was changed, and saves elsewhere. */
export function turnPage(campos: Campos) {
  const { buscar, sinValidar } = isDeHallados(campos.paso) ? halladosDe(campos) : campos;
  const isOtherSearch = buscar !== campos.buscado || sinValidar !== campos.sinValidarBuscado;
  const isSearch = !isVentana(campos.paso) && (isOtherSearch || campos.paso === 'buscar');
  const paso = pasoDe(campos.paso, isOtherSearch);
  const last = campos.visibles.at(-1);
  let { recorrido } = campos;
  if (isSearch) recorrido = [];
  else if (paso === 'siguiente' && last) recorrido = [...recorrido, last];
  else if (paso === 'anterior') recorrido = recorrido.slice(0, -1);
  return { paso, buscar, sinValidar, recorrido };
}

function pasoDe(paso: Campos['paso'], isOtherSearch: boolean): Campos['paso'] {
  if (paso === 'corregir') return 'guardar';
  if (paso !== 'entrar') return paso;
  return isOtherSearch ? 'buscar' : 'guardar';
}
