import { CUBIERTA, type Cubierta } from '#domain/soporte/cubierta.ts';
import type { MensajeConIntentos } from '#domain/soporte/suceso-de-mensaje.ts';
import type { Contexto } from '#tramites/contexto.ts';
import type { FolioHallado } from './find-folio.ts';

/** Far more than one folio ever has. */
const MENSAJES_MAXIMOS = 500;

/**
 * The messages of a folio with every attempt to hand them over, the oldest first. Addresses and what providers say of them
 * are covered as the folio is; another contact's are always.
 */
export async function listMensajes(
  { db }: Pick<Contexto, 'db'>,
  hallado: FolioHallado,
  cubierta: Cubierta,
): Promise<MensajeConIntentos[]> {
  const where = whereOf(hallado);
  if (!where) return [];
  const avisos = await db.aviso.findMany({
    where,
    orderBy: { creadoEn: 'asc' },
    take: MENSAJES_MAXIMOS,
    select: {
      id: true,
      tipo: true,
      mecanismo: true,
      destino: true,
      destinoComparable: true,
      estado: true,
      motivo: true,
      creadoEn: true,
      resueltoEn: true,
      medio: { select: { valorComparable: true } },
      intentos: {
        orderBy: { numero: 'asc' },
        select: {
          numero: true,
          iniciadoEn: true,
          terminadoEn: true,
          aceptado: true,
          respuesta: true,
          plantilla: true,
          hmac: true,
        },
      },
    },
  });
  return avisos.map(({ medio, destino, destinoComparable, intentos, ...aviso }) => {
    const own = medio?.valorComparable === destinoComparable ? cubierta : CUBIERTA;
    return {
      ...aviso,
      destino: own.medio({ mecanismo: aviso.mecanismo, valor: destino }),
      intentos: intentos.map(({ plantilla, hmac, ...intento }) => ({
        ...intento,
        texto: plantilla && hmac && `${plantilla}, HMAC ${Buffer.from(hmac).toString('hex')}`,
        respuesta: intento.respuesta && own.respuesta(intento.respuesta, destino),
      })),
    };
  });
}

/** The messages of a solicitud are about no medio and no aclaración: they are its titular's from its signature on. */
function whereOf(hallado: FolioHallado) {
  switch (hallado.tipo) {
    case 'MEDIO':
      return { medioId: hallado.medioId };
    case 'ACLARACION':
      return { aclaracionId: hallado.aclaracionId };
    case 'SOLICITUD':
      return {
        titularId: hallado.titularId,
        medioId: null,
        tipo: { in: ['BUZON_ACTIVADO' as const, 'SOLICITUD_INVALIDA' as const] },
        creadoEn: { gte: hallado.fecha },
      };
    case 'BAJA_DE_REGISTROS':
    case 'SOLICITUD_PREPARADA':
      return null;
  }
}
