import { causaDeCancelacion } from '#domain/medio-de-contacto/cancelacion.ts';
import { reenviosRestantes } from '#domain/medio-de-contacto/limites.ts';
import { estadoVigente } from '#domain/medio-de-contacto/plazo.ts';
import type { AperturaDeFolio, AsuntoDeFolio } from '#domain/soporte/asunto-de-folio.ts';
import type { Cubierta } from '#domain/soporte/cubierta.ts';
import type { MensajeConEvidencia } from '#domain/soporte/mensaje-con-evidencia.ts';
import { findCausaDeBaja } from '../acuse/find-causa-de-baja.ts';
import { findRebotes } from '../aviso/find-rebotes.ts';
import type { Contexto } from '../contexto.ts';
import { findEnVigor } from '../vigencia/list-solicitudes.ts';
import type { FolioHallado } from './find-folio.ts';
import type { TareaDeFolio } from './list-tareas-de-folio.ts';

/** What was read of the folio before, which its state is told from. */
export interface LoDeMas {
  mensajes: readonly MensajeConEvidencia[];
  tareas: readonly TareaDeFolio[];
  aperturas: readonly AperturaDeFolio[];
  cubierta: Cubierta;
  canReenviar: boolean;
}

type ContextoDeLectura = Pick<Contexto, 'db' | 'now'>;
type De<Tipo extends FolioHallado['tipo']> = Extract<FolioHallado, { tipo: Tipo }>;

export function findAsunto(ctx: ContextoDeLectura, hallado: FolioHallado, mas: LoDeMas): Promise<AsuntoDeFolio> {
  switch (hallado.tipo) {
    case 'MEDIO':
      return findMedio(ctx, hallado, mas);
    case 'BAJA_DE_REGISTROS':
      return findBaja(ctx, hallado, mas.cubierta);
    case 'SOLICITUD':
      return findSolicitud(ctx, hallado);
    case 'SOLICITUD_PREPARADA':
      return findPreparada(ctx, hallado);
    case 'ACLARACION':
      return findAclaracion(ctx, hallado);
  }
}

async function findMedio(
  { db, now }: ContextoDeLectura,
  { medioId, titularId, folio }: De<'MEDIO'>,
  { mensajes, tareas, aperturas, cubierta, canReenviar }: LoDeMas,
): Promise<AsuntoDeFolio> {
  const { valor, valorComparable, fechaDeRegistro, ajenoEn, ...medio } = await db.medioDeContacto.findUniqueOrThrow({
    where: { id: medioId },
    select: {
      mecanismo: true,
      valor: true,
      valorComparable: true,
      estado: true,
      fechaDeRegistro: true,
      venceEn: true,
      fechaDeValidacion: true,
      fechaDeCancelacion: true,
      fechaDeBaja: true,
      ajenoEn: true,
      intentosFallidos: true,
      registros: true,
    },
  });
  const estado = estadoVigente(medio, now());
  const pruebas = mensajes.filter(({ tipo }) => tipo === 'VALIDA_CORREO' || tipo === 'CODIGO_CELULAR');
  const mensaje = pruebas.at(-1) ?? null;
  const tarea = tareas.find(
    ({ nombre, id, isAgotada }) => nombre === 'enviar-aviso' && id === mensaje?.id && !isAgotada,
  );
  const rebotes = estado === 'VALIDADO' ? await findRebotes({ db }, titularId) : null;
  return {
    tipo: 'MEDIO',
    ...medio,
    valor: cubierta.medio({ ...medio, valor }),
    estado,
    fecha: fechaDeRegistro,
    causa: causaDeCancelacion({ ...medio, ajenoEn }),
    causaDeBaja: estado === 'BAJA' ? await findCausaDeBaja({ db }, folio) : null,
    mensaje,
    siguienteIntento: tarea?.cuando ?? null,
    aperturas,
    rebote: rebotes?.get(valorComparable) ?? null,
    reenviosRestantes: estado === 'EN_PROCESO' && mensaje ? reenviosRestantes(pruebas.length) : 0,
    canReenviar,
  };
}

async function findBaja(
  { db }: ContextoDeLectura,
  { medioId, folio, folioDelMedio, fecha }: De<'BAJA_DE_REGISTROS'>,
  cubierta: Cubierta,
): Promise<AsuntoDeFolio> {
  const [medio, registros, causa] = await Promise.all([
    db.medioDeContacto.findUniqueOrThrow({ where: { id: medioId }, select: { mecanismo: true, valor: true } }),
    db.alcanceDeMedio.count({ where: { folioDeBaja: folio } }),
    findCausaDeBaja({ db }, folio),
  ]);
  return {
    tipo: 'BAJA_DE_REGISTROS',
    folioDelMedio,
    mecanismo: medio.mecanismo,
    valor: cubierta.medio(medio),
    fecha,
    registros,
    causa,
  };
}

async function findSolicitud(
  { db }: ContextoDeLectura,
  { folio, titularId, solicitudId }: De<'SOLICITUD'>,
): Promise<AsuntoDeFolio> {
  const solicitud = await db.solicitud.findUniqueOrThrow({
    where: { id: solicitudId },
    select: { estado: true, fecha: true, textoVersion: true },
  });
  return { tipo: 'SOLICITUD', folio, ...solicitud, enVigor: await findEnVigor(db, titularId) };
}

async function findPreparada({ db }: ContextoDeLectura, { folio }: De<'SOLICITUD_PREPARADA'>): Promise<AsuntoDeFolio> {
  const where = { folio, evento: 'SOLICITUD_PREPARADA' };
  const apunte = await db.bitacora.findFirst({ where, select: { fecha: true } });
  return { tipo: 'SOLICITUD_PREPARADA', fecha: apunte?.fecha ?? null };
}

async function findAclaracion({ db }: ContextoDeLectura, { aclaracionId }: De<'ACLARACION'>): Promise<AsuntoDeFolio> {
  const { medio, presentadaEn, ...aclaracion } = await db.aclaracion.findUniqueOrThrow({
    where: { id: aclaracionId },
    select: { asunto: true, estado: true, presentadaEn: true, medio: { select: { folio: true } } },
  });
  return { tipo: 'ACLARACION', ...aclaracion, fecha: presentadaEn, folioDelMedio: medio?.folio ?? null };
}
