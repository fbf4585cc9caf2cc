import type { Contexto } from '#tramites/contexto.ts';

type Reportable = { id: string; intentos: readonly { idDelProveedor: string | null }[] };

/** What providers and servers told of these messages, in the order in which they told it. @returns those of one of them. */
export async function listReportes({ db }: Pick<Contexto, 'db'>, avisos: readonly Reportable[]) {
  const reportes = await db.reporteDeEntrega.findMany({
    where: { referencia: { in: avisos.flatMap(referenciasDe) } },
    orderBy: { id: 'asc' },
    select: { referencia: true, fuente: true, estado: true, codigo: true, detalle: true, recibidoEn: true },
  });
  return (aviso: Reportable) => {
    const suyas = referenciasDe(aviso);
    return reportes.filter(({ referencia }) => suyas.includes(referencia)).map(({ referencia: _, ...cada }) => cada);
  };
}

/** What a report names a message by: the SID of an SMS, or the id of an e-mail. */
function referenciasDe({ id, intentos }: Reportable): string[] {
  return [id, ...intentos.flatMap(({ idDelProveedor }) => idDelProveedor ?? [])];
}

/** Every attempt to hand a message over, as what is told of it needs them. */
export const INTENTOS = {
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
} as const;
