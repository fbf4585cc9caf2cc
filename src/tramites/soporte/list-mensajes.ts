import { CUBIERTA, type Cubierta } from '#domain/soporte/cubierta.ts';
import type { MensajeConEvidencia } from '#domain/soporte/mensaje-con-evidencia.ts';
import type { Prisma } from '#generated/prisma/client.ts';
import { listRebotesDeMedio } from '#tramites/aviso/find-rebotes.ts';
import type { Contexto } from '#tramites/contexto.ts';
import type { FolioHallado } from './find-folio.ts';

const MENSAJES_MAXIMOS = 500;

/**
 * The oldest first. Addresses, and what providers say of them, are covered as the folio is; another contact's always.
 * Those of a medio have with them the notices about other folios that came back from its address.
 */
export async function listMensajes(
  { db }: Pick<Contexto, 'db'>,
  hallado: FolioHallado,
  cubierta: Cubierta,
): Promise<MensajeConEvidencia[]> {
  const rebotes = hallado.tipo === 'MEDIO' ? await listRebotesDeMedio({ db }, hallado.medioId) : [];
  const avisos = await db.aviso.findMany({
    where: { OR: [whereOf(hallado), { id: { in: rebotes } }] },
    orderBy: [{ creadoEn: 'asc' }, { id: 'asc' }],
    take: MENSAJES_MAXIMOS,
    select: SELECT,
  });
  const reportes = await db.reporteDeEntrega.findMany({
    where: { referencia: { in: avisos.flatMap(referenciasDe) } },
    orderBy: { id: 'asc' },
    select: { referencia: true, fuente: true, estado: true, codigo: true, detalle: true, recibidoEn: true },
  });
  return avisos.map((aviso) => {
    const { medio, destino, destinoComparable, intentos, ...mensaje } = aviso;
    const isOwn = medio?.valorComparable === destinoComparable || rebotes.includes(mensaje.id);
    const own = isOwn ? cubierta : CUBIERTA;
    const referencias = referenciasDe(aviso);
    return {
      ...mensaje,
      destino: own.medio({ mecanismo: mensaje.mecanismo, valor: destino }),
      intentos: intentos.map(({ hmac, idDelProveedor: _, respuesta, ...intento }) => ({
        ...intento,
        respuesta: respuesta && own.respuesta(respuesta, destino),
        hmac: hmac && Buffer.from(hmac).toString('hex'),
      })),
      reportes: reportes
        .filter(({ referencia }) => referencias.includes(referencia))
        .map(({ referencia: _, detalle, ...reporte }) => ({
          ...reporte,
          detalle: detalle && own.respuesta(detalle, destino),
        })),
    };
  });
}

/** Those of a medio are all that tell of it, also under the folios of removals of its registros patronales. */
function whereOf(hallado: FolioHallado): Prisma.AvisoWhereInput {
  return hallado.tipo === 'MEDIO' ? { medioId: hallado.medioId } : { folio: hallado.folio };
}

/** What a report names a message by: the SID of an SMS, or the id of an e-mail. */
function referenciasDe({ id, intentos }: { id: string; intentos: { idDelProveedor: string | null }[] }): string[] {
  return [id, ...intentos.flatMap(({ idDelProveedor }) => idDelProveedor ?? [])];
}

const SELECT = {
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
      quizaEntregado: true,
      respuesta: true,
      idDelProveedor: true,
      plantilla: true,
      claveId: true,
      hmac: true,
    },
  },
} as const;
