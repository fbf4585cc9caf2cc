import type { DatosDeEvento } from '#domain/bitacora/evento.ts';
import type { Representacion } from '#generated/prisma/client.ts';
import { tellContactos } from '#tramites/aviso/tell-contactos.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { Contexto, Tx } from '#tramites/contexto.ts';

type Partes = Pick<Representacion, 'id' | 'folio' | 'titularId' | 'rfcDelRepresentante'>;

/** Each step is written down, and told to both: the titular by every contact, the representative by e-mail. */
export async function recordPaso(
  tx: Tx,
  ctx: Contexto,
  { id: representacionId, folio, titularId, rfcDelRepresentante: rfc }: Partes,
  paso: 'PROPUESTA' | 'POR_COMPLETAR' | 'VIGENTE' | 'TERMINADA',
  datos: DatosDeEvento = {},
): Promise<void> {
  const tipo = `REPRESENTACION_${paso}` as const;
  await appendBitacora(tx, ctx, { evento: tipo, titularId, folio, datos });
  const representante = await tx.titular.findUnique({ where: { rfc }, select: { id: true } });
  const noticia = { tipo, representacionId, titularId };
  const suya = representante ? [{ ...noticia, titularId: representante.id, soloCorreos: true }] : [];
  await tellContactos(tx, ctx, [noticia, ...suya]);
}
