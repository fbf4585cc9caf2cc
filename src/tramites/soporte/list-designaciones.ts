import { maskRfc } from '#domain/mascara.ts';
import { type Lado, situacionDeRepresentacion } from '#domain/representacion/estado.ts';
import type { Contexto } from '#tramites/contexto.ts';
import { ESTADO_DE_REPRESENTACION } from '#tramites/vigencia/find-representacion.ts';

const POR_PAGINA = 25;

/** Who represents a titular (the designations of which they are `TITULAR`), or whom they represent: newest first, the other covered. */
export async function listDesignaciones(
  { db, now }: Pick<Contexto, 'db' | 'now'>,
  { id, rfc }: { id: string; rfc: string },
  lado: Lado,
  despuesDe?: string,
) {
  const where = lado === 'TITULAR' ? { titularId: id } : { rfcDelRepresentante: rfc };
  const halladas = await db.representacion.findMany({
    where,
    orderBy: { folio: 'desc' },
    ...(despuesDe ? { cursor: { folio: despuesDe, ...where }, skip: 1 } : {}),
    take: POR_PAGINA + 1,
    select: DESIGNACION,
  });
  const filas = halladas.slice(0, POR_PAGINA).map((hallada) => {
    const { titular, rfcDelRepresentante, firmas, primera: _, ...designacion } = hallada;
    return {
      ...designacion,
      situacion: situacionDeRepresentacion(hallada, now()),
      elOtro: maskRfc(lado === 'TITULAR' ? rfcDelRepresentante : titular.rfc),
      firmas: firmas.map(toFirma),
    };
  });
  return { filas, hasMas: halladas.length > POR_PAGINA };
}

/** The signatures of a designation in force, or that was; what one alone has signed is nobody's to see. */
export const FIRMAS_DE_DESIGNACION = {
  orderBy: { lado: 'asc' },
  select: { lado: true, firmadaEn: true, certificado: { select: { serie: true } } },
} as const;

const DESIGNACION = {
  ...ESTADO_DE_REPRESENTACION,
  folio: true,
  rfcDelRepresentante: true,
  poderes: true,
  registrosPatronales: true,
  vigenteDesde: true,
  terminadaEn: true,
  titular: { select: { rfc: true } },
  firmas: FIRMAS_DE_DESIGNACION,
} as const;

export function toFirma({ lado, firmadaEn: fecha, certificado }: FirmaGuardada) {
  return { lado, fecha, serie: certificado.serie };
}
interface FirmaGuardada {
  lado: Lado;
  firmadaEn: Date;
  certificado: { serie: string };
}
