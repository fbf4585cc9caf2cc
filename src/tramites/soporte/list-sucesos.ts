import { nombreDeAcuse } from '#domain/acuse/tipo-de-acuse.ts';
import { findCausaDeBaja } from '#tramites/acuse/find-causa-de-baja.ts';
import type { Contexto } from '#tramites/contexto.ts';
import type { NotaDelFolio } from '#wording/soporte/folio-leido.ts';
import { porElPadron, registrosQuitados } from '#wording/soporte/registros-quitados.ts';
import type { Suceso } from '#wording/soporte/suceso.ts';
import { type AperturaDeFolio, sucesoDeApertura } from '#wording/soporte/suceso-de-apertura.ts';
import { sucesoDeApunte } from '#wording/soporte/suceso-de-apunte.ts';
import { type MensajeConEvidencia, sucesosDeMensaje } from '#wording/soporte/suceso-de-mensaje.ts';
import type { FolioHallado } from './find-folio.ts';
import { listApuntes } from './list-apuntes.ts';

type ContextoDeLectura = Pick<Contexto, 'db'>;

export interface Sucesos {
  sucesos: Suceso[];
  /** Older rows of the bitácora are left out. */
  hasMas: boolean;
}

interface Leido {
  mensajes: readonly MensajeConEvidencia[];
  aperturas: readonly AperturaDeFolio[];
  notas: readonly NotaDelFolio[];
}

/** Everything that happened to a folio, from wherever it is kept, in no order. */
export async function listSucesos(
  ctx: ContextoDeLectura,
  hallado: FolioHallado,
  { mensajes, aperturas, notas }: Leido,
  limite: number,
): Promise<Sucesos> {
  const [{ apuntes, hasMas }, deDocumentos, deOtros] = await Promise.all([
    listApuntes(ctx, hallado, limite),
    listDocumentos(ctx, hallado.folio),
    listDeOtrosFolios(ctx, hallado),
  ]);
  return {
    sucesos: [
      ...apuntes.flatMap((apunte) => sucesoDeApunte(apunte) ?? []),
      ...mensajes.flatMap(sucesosDeMensaje),
      ...aperturas.map(sucesoDeApertura),
      ...notas.map(sucesoDeNota),
      ...deDocumentos,
      ...deOtros,
    ],
    hasMas,
  };
}

function sucesoDeNota({ fecha, texto, miembro }: NotaDelFolio): Suceso {
  return suceso(fecha, 'SOPORTE', 'Agregó una nota.', { quien: `Soporte: ${miembro}`, detalle: texto });
}

/** When the PDF of each acuse was made, which is after its data was sealed. */
async function listDocumentos({ db }: ContextoDeLectura, folio: string): Promise<Suceso[]> {
  const acuses = await db.acuse.findMany({
    where: { folio, documento: { isNot: null } },
    select: { tipo: true, documento: { select: { emitidoEn: true } } },
  });
  return acuses.flatMap(({ tipo, documento }) =>
    documento ? [suceso(documento.emitidoEn, 'ACUSE', `Quedó hecho el PDF del ${nombreDeAcuse(tipo)}.`)] : [],
  );
}

/**
 * What is kept elsewhere and explains this folio: for a medio, the solicitud that was signed and what was asked of support,
 * under folios of their own; for a removal of registros patronales, the removal itself, which is recorded in the medio's.
 */
async function listDeOtrosFolios(ctx: ContextoDeLectura, hallado: FolioHallado): Promise<Suceso[]> {
  if (hallado.tipo === 'BAJA_DE_REGISTROS') return [await sucesoDeBaja(ctx, hallado)];
  if (hallado.tipo !== 'MEDIO') return [];
  const { db } = ctx;
  const { medioId, titularId } = hallado;
  const [solicitudes, aclaraciones] = await Promise.all([
    db.solicitud.findMany({ where: { titularId }, select: { folio: true, fecha: true, estado: true } }),
    db.aclaracion.findMany({ where: { medioId }, select: { folio: true, presentadaEn: true } }),
  ]);
  const quien = 'El titular';
  return [
    ...solicitudes.map(({ folio, fecha, estado }) => {
      const after = estado === 'INVALIDA' ? '; después quedó sin efecto' : '';
      return suceso(fecha, 'ESTADO', `Se firmó la solicitud y manifestación, con el folio ${folio}${after}.`, {
        quien,
      });
    }),
    ...aclaraciones.map(({ folio, presentadaEn }) =>
      suceso(presentadaEn, 'ESTADO', `Se presentó una aclaración sobre este medio, con el folio ${folio}.`, { quien }),
    ),
  ];
}

async function sucesoDeBaja(
  { db }: ContextoDeLectura,
  { folio, fecha, folioDelMedio }: Extract<FolioHallado, { tipo: 'BAJA_DE_REGISTROS' }>,
): Promise<Suceso> {
  const registros = await db.alcanceDeMedio.count({ where: { folioDeBaja: folio } });
  const causa = await findCausaDeBaja({ db }, folio);
  const porque = causa ? porElPadron(registros) : '';
  const texto = `Con este folio ${registrosQuitados(registros)} del medio de contacto con folio ${folioDelMedio}${porque}.`;
  return suceso(fecha, 'ESTADO', texto, causa ? {} : { quien: 'El titular' });
}

function suceso(
  fecha: Date,
  rango: Suceso['rango'],
  texto: string,
  { quien = 'El portal', detalle = null }: { quien?: string; detalle?: string | null } = {},
): Suceso {
  return { fecha, rango, texto, detalle, quien, repeticion: null };
}
