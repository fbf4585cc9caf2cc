import { CUBIERTA, type Cubierta } from '#domain/soporte/cubierta.ts';
import { INTENTOS, listReportes } from '#tramites/aviso/list-reportes.ts';
import type { Contexto } from '#tramites/contexto.ts';
import type { FolioHallado } from './find-folio.ts';

const MENSAJES_MAXIMOS = 500;

/**
 * The oldest first. Addresses, and what providers say of them, are covered as the folio is; another contact's always.
 * Those of a medio have with them the notices about other folios that came back from its address.
 */
export async function listMensajes({ db }: Pick<Contexto, 'db'>, hallado: FolioHallado, cubierta: Cubierta) {
  const rebotes = hallado.tipo === 'MEDIO' ? await listRebotesDeMedio({ db }, hallado.medioId) : [];
  // Those of a medio are all that tell of it, also under the folios of removals of its registros patronales.
  const suyos = hallado.tipo === 'MEDIO' ? { medioId: hallado.medioId } : { folio: hallado.folio };
  const avisos = await db.aviso.findMany({
    where: { OR: [suyos, { id: { in: rebotes } }] },
    orderBy: [{ creadoEn: 'asc' }, { id: 'asc' }],
    take: MENSAJES_MAXIMOS,
    select: SELECT,
  });
  const reportesDe = await listReportes({ db }, avisos);
  return avisos.map((aviso) => {
    const { medio, destino, destinoComparable, intentos, ...mensaje } = aviso;
    const isOwn = medio?.valorComparable === destinoComparable || rebotes.includes(mensaje.id);
    const own = isOwn ? cubierta : CUBIERTA;
    return {
      ...mensaje,
      destino: own.medio({ mecanismo: mensaje.mecanismo, valor: destino }),
      intentos: intentos.map(({ hmac, idDelProveedor: _, respuesta, ...intento }) => ({
        ...intento,
        respuesta: respuesta && own.respuesta(respuesta, destino),
        hmac: hmac && Buffer.from(hmac).toString('hex'),
      })),
      reportes: reportesDe(aviso).map(({ detalle, ...reporte }) => ({
        ...reporte,
        detalle: detalle && own.respuesta(detalle, destino),
      })),
    };
  });
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
  demoradoHasta: true,
  resueltoEn: true,
  medio: { select: { valorComparable: true } },
  intentos: INTENTOS,
} as const;

/** Every notice that came back from a medio's address while it was proved, whatever folio the notice is about. */
async function listRebotesDeMedio({ db }: Pick<Contexto, 'db'>, medioId: string): Promise<string[]> {
  const rebotes = await db.$queryRaw<{ id: string }[]>`
    SELECT aviso.id FROM medio_de_contacto AS medio JOIN aviso
      ON aviso.titular_id = medio.titular_id AND aviso.mecanismo = medio.mecanismo
      AND aviso.destino_comparable = medio.valor_comparable AND aviso.creado_en >= medio.fecha_de_validacion
      AND aviso.creado_en <= coalesce(medio.fecha_de_baja, 'infinity')
    WHERE medio.id = ${medioId}::uuid AND aviso.estado IN ('REBOTADO', 'RECHAZADO')`;
  return rebotes.map(({ id }) => id);
}
