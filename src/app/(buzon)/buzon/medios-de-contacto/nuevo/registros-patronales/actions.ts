'use server';

import { randomUUID } from 'node:crypto';
import { formatAlcance } from '#domain/cantidad.ts';
import type { RegistroError } from '#domain/medio-de-contacto/errores.ts';
import { formatRegistroPatronal } from '#domain/registro-patronal.ts';
import type { ContextoDeTitular } from '#tramites/contexto.ts';
import {
  checkMedioDeRegistros,
  registerMedioDeRegistros,
} from '#tramites/medio-de-contacto/register-medio-de-registros.ts';
import type { CupoDeRegistros } from '#tramites/registro-patronal/check-registros.ts';
import {
  findSeleccion,
  markHallados,
  markRegistros,
  type Seleccion,
} from '#tramites/registro-patronal/mark-registros.ts';
import { selectRegistrosNuevos } from '#tramites/registro-patronal/select-registros-nuevos.ts';
import type { EstadoDeRegistros, ListaDeRegistros } from '#ui/registro-patronal/estado-de-registros.ts';
import { MENSAJES_DE_REGISTRO, SIN_MECANISMO } from '#wording/mensajes/mensajes.ts';
import { goOn } from '../../../../../_server/contexto.ts';
import { allow, parseSent, requireTitularDe, titularDe } from '../../../../../_server/formulario.ts';
import { preguntaDe } from '../pregunta.ts';
import {
  aceptarSchema,
  type Campos,
  folioSchema,
  halladosDe,
  isDeHallados,
  isVentana,
  listaEnviada,
  medioSchema,
  parseCampos,
  turnPage,
} from './campos.ts';
import { collectLista } from './lista.ts';

const RUTA = '/buzon/medios-de-contacto/nuevo/registros-patronales';

type Captura = Extract<EstadoDeRegistros, { paso: 'captura' }>;

/** Searching, turning pages, «Guardar» and «Aceptar» are one form: what is ticked is kept first. */
export async function registerMedioDeRegistrosAction(antes: EstadoDeRegistros, formData: FormData) {
  const titular = await titularDe('REGISTRAR_MEDIO_DE_REGISTROS', formData);
  const campos = parseCampos(formData);
  if (!titular.ok) return capture(campos, listaEnviada(antes, campos), { mensaje: titular.error });
  const ctx = titular.value;
  const seleccion = await keepSeleccion(ctx, campos);
  const { paso, ...pagina } = turnPage(campos);
  const lista = await collectLista(ctx, { ...pagina, seleccion, vez: campos.vez + 1 });
  if (paso === 'aceptar') return accept(ctx, campos, lista, formData);
  return paso === 'guardar' ? ask(ctx, campos, lista) : capture(campos, lista, null);
}

async function keepSeleccion(ctx: ContextoDeTitular, campos: Campos): Promise<Seleccion> {
  if (isVentana(campos.paso)) return findSeleccion(ctx, campos.seleccionId);
  const marcada = await markRegistros(ctx, campos);
  if (!isDeHallados(campos.paso)) return marcada;
  return markHallados(ctx, marcada.seleccionId, halladosDe(campos), campos.paso === 'elegir');
}

/** Begins the form with the registros that came after a medio was registered for all, and with that medio's value. */
export async function selectRegistrosNuevosAction(formData: FormData): Promise<void> {
  const ctx = await requireTitularDe('REGISTRAR_MEDIO_DE_REGISTROS', formData);
  const folio = parseSent(folioSchema, formData.get('folio'));
  const seleccion = await selectRegistrosNuevos(ctx, folio);
  const campos: Record<string, string> = seleccion ? { seleccion, como: folio } : { seleccion: randomUUID() };
  goOn(ctx, `${RUTA}?${new URLSearchParams(campos)}`);
}

async function ask(ctx: ContextoDeTitular, campos: Campos, lista: ListaDeRegistros): Promise<EstadoDeRegistros> {
  const medio = medioSchema.safeParse(campos);
  if (!medio.success) return capture(campos, lista, { campo: 'mecanismo', mensaje: SIN_MECANISMO });
  const checked = await checkMedioDeRegistros(ctx, { ...medio.data, seleccionId: lista.seleccionId });
  if (!checked.ok) return refuse(campos, lista, checked.error, 'cupo' in checked ? checked.cupo : undefined);
  const { cupo, prueba, medio: leido } = checked.value;
  return {
    paso: 'confirmar',
    mecanismo: campos.mecanismo,
    valor: campos.valor,
    lista,
    peticionId: randomUUID(),
    pregunta: preguntaDe(leido),
    cupo: { ...mostrarCupo(cupo), probadoPara: prueba && formatAlcance(prueba.registros) },
  };
}

async function accept(ctx: ContextoDeTitular, campos: Campos, lista: ListaDeRegistros, formData: FormData) {
  const peticion = parseSent(aceptarSchema, formData);
  if (!(await allow('registro', ctx))) return refuse(campos, lista, 'DEMASIADAS_PETICIONES');
  const result = await registerMedioDeRegistros(ctx, {
    ...peticion,
    seleccionId: lista.seleccionId,
    sinNuevaValidacion: peticion.sinNuevaValidacion === 'si',
  });
  if (!result.ok) return refuse(campos, lista, result.error);
  goOn(ctx, `${RUTA}?${new URLSearchParams({ folio: result.value.folio, seleccion: randomUUID() })}`);
}

function refuse(campos: Campos, lista: ListaDeRegistros, error: RegistroError, cupo?: CupoDeRegistros): Captura {
  const isDeRegistros = error === 'SIN_REGISTROS_ELEGIDOS' || error === 'NINGUN_REGISTRO_LO_ADMITE';
  const captura = capture(campos, lista, {
    campo: isDeRegistros ? 'todos' : 'valor',
    mensaje: MENSAJES_DE_REGISTRO[error],
  });
  return cupo ? { ...captura, sinCupo: mostrarCupo(cupo) } : captura;
}

function mostrarCupo(cupo: CupoDeRegistros): CupoDeRegistros {
  const mostrar = (numeros: string[]) => numeros.map(formatRegistroPatronal);
  return { ...cupo, repetidos: mostrar(cupo.repetidos), llenos: mostrar(cupo.llenos) };
}

function capture({ mecanismo, valor }: Campos, lista: ListaDeRegistros, error: Captura['error']): Captura {
  return { paso: 'captura', mecanismo, valor, lista, error };
}
