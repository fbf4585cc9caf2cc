import type { Contexto } from '#tramites/contexto.ts';

/** The newest notice to an address, which came back. */
interface ReboteVigente {
  estado: 'REBOTADO';
  motivo: string | null;
  resueltoEn: Date;
}

/** The newest notice since the address was proved decides: one that stays accepted takes the mark of a bounce away. */
export async function findRebotes(
  { db }: Pick<Contexto, 'db'>,
  titularId: string,
): Promise<ReadonlyMap<string, ReboteVigente>> {
  const newest = await db.$queryRaw<{ destino: string; estado: string; motivo: string | null; resueltoEn: Date }[]>`
    SELECT DISTINCT ON (aviso.destino_comparable) aviso.destino_comparable AS destino, aviso.estado::text AS estado,
      aviso.motivo, aviso.resuelto_en AS "resueltoEn"
    FROM aviso JOIN medio_de_contacto AS medio
      ON medio.titular_id = aviso.titular_id AND medio.mecanismo = aviso.mecanismo
      AND medio.valor_comparable = aviso.destino_comparable AND medio.fecha_de_validacion <= aviso.creado_en
    WHERE medio.titular_id = ${titularId}::uuid AND medio.mecanismo = 'CORREO_ELECTRONICO' AND medio.estado = 'VALIDADO'
      AND aviso.estado IN ('ACEPTADO', 'ENTREGADO', 'REBOTADO')
    ORDER BY aviso.destino_comparable, aviso.creado_en DESC, aviso.estado = 'REBOTADO' DESC, aviso.resuelto_en DESC`;
  return new Map(
    newest.flatMap(({ destino, estado, ...rebote }) =>
      estado === 'REBOTADO' ? [[destino, { ...rebote, estado }] as const] : [],
    ),
  );
}

/** Every notice that came back from a medio's address while it was proved, whatever folio the notice is about. */
export async function listRebotesDeMedio({ db }: Pick<Contexto, 'db'>, medioId: string): Promise<string[]> {
  const rebotes = await db.$queryRaw<{ id: string }[]>`
    SELECT aviso.id FROM medio_de_contacto AS medio JOIN aviso
      ON aviso.titular_id = medio.titular_id AND aviso.mecanismo = medio.mecanismo
      AND aviso.destino_comparable = medio.valor_comparable AND aviso.creado_en >= medio.fecha_de_validacion
      AND aviso.creado_en <= coalesce(medio.fecha_de_baja, 'infinity')
    WHERE medio.id = ${medioId}::uuid AND aviso.estado = 'REBOTADO'`;
  return rebotes.map(({ id }) => id);
}
