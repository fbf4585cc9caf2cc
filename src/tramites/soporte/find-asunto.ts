import { type CausaDeBaja, causaDeBaja } from '#domain/acuse/datos.ts';
import { reenviosRestantes } from '#domain/medio-de-contacto/limites.ts';
import { causaDeCancelacion, estadoVigente } from '#domain/medio-de-contacto/plazo.ts';
import { situacionDeRepresentacion } from '#domain/representacion/estado.ts';
import type { AperturaDeFolio, AsuntoDeFolio } from '#domain/soporte/asunto-de-folio.ts';
import type { Cubierta } from '#domain/soporte/cubierta.ts';
import type { MensajeConEvidencia } from '#domain/soporte/mensaje-con-evidencia.ts';
import type { Contexto } from '#tramites/contexto.ts';
import { listSalud } from '#tramites/medio-de-contacto/list-salud.ts';
import { REPRESENTACION } from '#tramites/vigencia/find-representacion.ts';
import { findEnVigor } from '#tramites/vigencia/list-solicitudes.ts';
import type { FolioHallado } from './find-folio.ts';
import { FIRMAS_DE_DESIGNACION, toFirma } from './list-designaciones.ts';
import type { TareaDeFolio } from './list-tareas-de-folio.ts';

interface LoDeMas {
  mensajes: readonly MensajeConEvidencia[];
  tareas: readonly TareaDeFolio[];
  aperturas: readonly AperturaDeFolio[];
  cubierta: Cubierta;
  canReenviar: boolean;
}

type ContextoDeLectura = Pick<Contexto, 'db' | 'now'>;
type De<Tipo extends FolioHallado['tipo']> = Extract<FolioHallado, { tipo: Tipo }>;

export async function findAsunto(ctx: ContextoDeLectura, hallado: FolioHallado, mas: LoDeMas): Promise<AsuntoDeFolio> {
  switch (hallado.tipo) {
    case 'MEDIO':
      return findMedio(ctx, hallado, mas);
    case 'BAJA_DE_REGISTROS':
      return findBaja(ctx, hallado, mas.cubierta);
    case 'SOLICITUD':
      return findSolicitud(ctx, hallado);
    case 'SOLICITUD_PREPARADA': {
      const where = { folio: hallado.folio, evento: hallado.tipo };
      const apunte = await ctx.db.bitacora.findFirst({ where, select: { fecha: true } });
      return { tipo: 'SOLICITUD_PREPARADA', fecha: apunte?.fecha ?? null };
    }
    case 'ACLARACION':
      return findAclaracion(ctx, hallado);
    case 'REPRESENTACION':
      return findRepresentacion(ctx, hallado, mas.cubierta);
  }
}

async function findMedio(
  ctx: ContextoDeLectura,
  { medioId, titularId, folio }: De<'MEDIO'>,
  { mensajes, tareas, aperturas, cubierta, canReenviar }: LoDeMas,
): Promise<AsuntoDeFolio> {
  const { db, now } = ctx;
  const { valor, fechaDeRegistro, ajenoEn, ...medio } = await db.medioDeContacto.findUniqueOrThrow({
    where: { id: medioId },
    select: {
      mecanismo: true,
      valor: true,
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
  const salud = estado === 'VALIDADO' ? await listSalud(ctx, [titularId]) : [];
  const rebote = salud.find((suya) => suya.folio === folio && suya.salud === 'NO_LLEGA');
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
    rebote: rebote ? { motivo: rebote.motivo, resueltoEn: rebote.resueltoEn } : null,
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

async function findSolicitud({ db }: ContextoDeLectura, { folio, titularId, solicitudId }: De<'SOLICITUD'>) {
  const solicitud = await db.solicitud.findUniqueOrThrow({
    where: { id: solicitudId },
    select: { estado: true, fecha: true, textoVersion: true },
  });
  return { tipo: 'SOLICITUD' as const, folio, ...solicitud, enVigor: await findEnVigor(db, titularId) };
}

async function findRepresentacion({ db, now }: ContextoDeLectura, { folio }: De<'REPRESENTACION'>, { rfc }: Cubierta) {
  const { firmas, ...hallada } = await db.representacion.findUniqueOrThrow({
    where: { folio },
    select: { ...REPRESENTACION, firmas: FIRMAS_DE_DESIGNACION },
  });
  const { poderes, registrosPatronales, hasta, propuestaEn, vigenteDesde } = hallada;
  return {
    tipo: 'REPRESENTACION' as const,
    estado: situacionDeRepresentacion(hallada, now()),
    representante: rfc(hallada.rfcDelRepresentante),
    ...{ poderes, registrosPatronales, hasta, propuestaEn, vigenteDesde },
    firmas: firmas.map(toFirma),
  };
}

async function findAclaracion({ db }: ContextoDeLectura, { aclaracionId }: De<'ACLARACION'>): Promise<AsuntoDeFolio> {
  const { medio, presentadaEn, ...aclaracion } = await db.aclaracion.findUniqueOrThrow({
    where: { id: aclaracionId },
    select: { asunto: true, estado: true, presentadaEn: true, medio: { select: { folio: true } } },
  });
  return { tipo: 'ACLARACION', ...aclaracion, fecha: presentadaEn, folioDelMedio: medio?.folio ?? null };
}

/** Why what a folio is of ended, as its acuse of baja says; null where its titular asked for it, or nothing ended. */
async function findCausaDeBaja({ db }: Pick<Contexto, 'db'>, folio: string): Promise<CausaDeBaja | null> {
  const acuse = await db.acuse.findUnique({ where: { folio_tipo: { folio, tipo: 'BAJA' } }, select: { datos: true } });
  return acuse && causaDeBaja(acuse.datos);
}
