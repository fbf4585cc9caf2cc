import { createHash } from 'node:crypto';
import type { DatosDeAcuseDeAclaracion } from '#domain/acuse/datos.ts';
import type { FallaDeAcuse } from '#domain/acuse/falla-de-acuse.ts';
import type { Contexto } from '#tramites/contexto.ts';

/** The text, in the acuse and as the first message of its folio, and the file that came with it. */
export async function verifyAclaracionPresentada(
  { db }: Pick<Contexto, 'db'>,
  { folio, texto, textoSha256, adjunto }: DatosDeAcuseDeAclaracion,
): Promise<FallaDeAcuse[]> {
  const mensaje = await db.mensajeDeAclaracion.findFirst({
    where: { numero: 1, aclaracion: { folio } },
    select: { texto: true, adjunto: { select: { contenido: true } } },
  });
  const fallas: FallaDeAcuse[] = [];
  if ([texto, mensaje?.texto].some((each) => each === undefined || sha256(each) !== textoSha256))
    fallas.push('PLANTEAMIENTO_DISTINTO');
  const contenido = mensaje?.adjunto?.contenido;
  if ((contenido && sha256(contenido)) !== adjunto?.sha256) fallas.push('ADJUNTO_DISTINTO');
  return fallas;
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
