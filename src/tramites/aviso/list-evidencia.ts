import { explainMotivo } from '#domain/aviso/motivo-de-entrega.ts';
import { maskMedio } from '#domain/mascara.ts';
import type { Contexto } from '#tramites/contexto.ts';

/**
 * All that shows what became of the messages about a folio, in order: to whom (masked), which wording with the HMAC of its
 * text, each attempt with the provider's answer, and what was told afterwards with its reason in plain words.
 */
export async function listEvidencia({ db }: Pick<Contexto, 'db'>, folio: string) {
  const avisos = await db.aviso.findMany({
    where: { OR: [{ medio: { folio } }, { aclaracion: { folio } }] },
    orderBy: [{ creadoEn: 'asc' }, { id: 'asc' }],
    select: SELECT,
  });
  const referencias = avisos.flatMap(({ id, intentos }) => [
    id,
    ...intentos.flatMap((each) => each.idDelProveedor ?? []),
  ]);
  const reportes = await db.reporteDeEntrega.findMany({
    where: { referencia: { in: referencias } },
    orderBy: { id: 'asc' },
    select: { referencia: true, fuente: true, estado: true, codigo: true, recibidoEn: true },
  });
  return avisos.map(({ destino, intentos, ...aviso }) => {
    const own = [aviso.id, ...intentos.map(({ idDelProveedor }) => idDelProveedor)];
    return {
      ...aviso,
      destino: maskMedio({ mecanismo: aviso.mecanismo, valor: destino }),
      intentos: intentos.map(({ hmac, ...intento }) => ({
        ...intento,
        hmac: hmac && Buffer.from(hmac).toString('hex'),
      })),
      reportes: reportes
        .filter(({ referencia }) => own.includes(referencia))
        .map(({ referencia: _, ...reporte }) => ({
          ...reporte,
          motivo: reporte.codigo ? explainMotivo(reporte.codigo) : null,
        })),
    };
  });
}

const SELECT = {
  id: true,
  tipo: true,
  mecanismo: true,
  destino: true,
  estado: true,
  motivo: true,
  creadoEn: true,
  resueltoEn: true,
  intentos: {
    orderBy: { numero: 'asc' },
    select: {
      numero: true,
      iniciadoEn: true,
      terminadoEn: true,
      aceptado: true,
      respuesta: true,
      idDelProveedor: true,
      plantilla: true,
      claveId: true,
      hmac: true,
    },
  },
} as const;
