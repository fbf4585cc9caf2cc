import type { AperturaDeFolio, AsuntoDeFolio } from '#domain/soporte/asunto-de-folio.ts';
import { type HechoDeFolio, hechosDeMensaje, type NotaDelFolio } from '#domain/soporte/hecho-de-folio.ts';
import type { MensajeConEvidencia } from '#domain/soporte/mensaje-con-evidencia.ts';
import type { Contexto } from '#tramites/contexto.ts';
import type { FolioHallado } from './find-folio.ts';
import { listApuntes } from './list-apuntes.ts';

type ContextoDeLectura = Pick<Contexto, 'db'>;

interface Leido {
  asunto: AsuntoDeFolio;
  mensajes: readonly MensajeConEvidencia[];
  aperturas: readonly AperturaDeFolio[];
  notas: readonly NotaDelFolio[];
}

export async function listHechos(
  ctx: ContextoDeLectura,
  hallado: FolioHallado,
  { asunto, mensajes, aperturas, notas }: Leido,
  limite: number,
) {
  const [{ apuntes, hasMas }, deDocumentos, deOtros] = await Promise.all([
    listApuntes(ctx, hallado, limite),
    listDocumentos(ctx, hallado.folio),
    listDeOtrosFolios(ctx, hallado, asunto),
  ]);
  const hechos: HechoDeFolio[] = [
    ...apuntes.map((apunte) => ({ que: 'APUNTE' as const, ...apunte })),
    ...mensajes.flatMap(hechosDeMensaje),
    ...aperturas.map((apertura) => ({ que: 'APERTURA' as const, fecha: apertura.primeraEn, apertura })),
    ...notas.map((nota) => ({ que: 'NOTA' as const, ...nota })),
    ...deDocumentos,
    ...deOtros,
  ];
  return { hechos, hasMas };
}

async function listDocumentos({ db }: ContextoDeLectura, folio: string): Promise<HechoDeFolio[]> {
  const acuses = await db.acuse.findMany({
    where: { folio, documento: { isNot: null } },
    select: { tipo: true, documento: { select: { emitidoEn: true } } },
  });
  return acuses.flatMap(({ tipo: acuse, documento }) =>
    documento ? [{ que: 'PDF_DE_ACUSE', fecha: documento.emitidoEn, acuse }] : [],
  );
}

/** For a medio, the solicitud and what was asked of support; for a removal of registros, what its medio's tells. */
async function listDeOtrosFolios(
  { db }: ContextoDeLectura,
  hallado: FolioHallado,
  asunto: AsuntoDeFolio,
): Promise<HechoDeFolio[]> {
  if (asunto.tipo === 'BAJA_DE_REGISTROS') return [{ que: 'REGISTROS_QUITADOS', ...asunto }];
  if (hallado.tipo !== 'MEDIO') return [];
  const { medioId, titularId } = hallado;
  const [solicitudes, aclaraciones] = await Promise.all([
    db.solicitud.findMany({ where: { titularId }, select: { folio: true, fecha: true, estado: true } }),
    db.aclaracion.findMany({ where: { medioId }, select: { folio: true, presentadaEn: true } }),
  ]);
  return [
    ...solicitudes.map((solicitud) => ({ que: 'SOLICITUD_FIRMADA' as const, ...solicitud })),
    ...aclaraciones.map(({ folio, presentadaEn: fecha }) => ({
      que: 'ACLARACION_SOBRE_EL_MEDIO' as const,
      fecha,
      folio,
    })),
  ];
}
