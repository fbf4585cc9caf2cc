import { SESIONES_A_LA_VEZ } from '#domain/sesion/duracion.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { Contexto, Tx } from '#tramites/contexto.ts';
import { openSince } from './find-sesion.ts';

type Fin = 'CERTIFICADO_REVOCADO' | 'OTRO_INGRESO' | 'DEMASIADAS';

/** The session rows that a browser's cookie named when somebody signed in there; of whatever kind. */
export interface SesionesDelNavegador {
  sesionId: string | null;
  sesionDeSoporteId: string | null;
}

/** Those that a certificate opened, of titular and staff: it is known not to be good any more. */
export async function cancelSesionesDeCertificado(tx: Tx, ctx: Contexto, huella: string): Promise<void> {
  const at = ctx.now();
  const deTitular = await tx.$executeRaw`
    UPDATE sesion SET cerrada_en = greatest(${at}, ultima_actividad_en) FROM certificado AS c
    WHERE c.huella = ${huella} AND certificado_id = c.id AND sesion.titular_id = c.titular_id AND cerrada_en IS NULL`;
  const deSoporte = await tx.$executeRaw`
    UPDATE sesion_de_soporte SET cerrada_en = greatest(${at}, ultima_actividad_en)
    WHERE cerrada_en IS NULL AND encode(sha256(certificado), 'hex') = ${huella}`;
  await record(tx, ctx, 'CERTIFICADO_REVOCADO', deTitular + deSoporte);
}

/** What this browser had open before: a session is a titular's or a staff member's, never both, and never two. */
export async function cancelSesionesDelNavegador(
  tx: Tx,
  ctx: Contexto,
  { sesionId, sesionDeSoporteId }: SesionesDelNavegador,
): Promise<void> {
  const at = ctx.now();
  const deTitular = await tx.$executeRaw`
    UPDATE sesion SET cerrada_en = greatest(${at}, ultima_actividad_en)
    WHERE id = ${sesionId}::uuid AND cerrada_en IS NULL`;
  const deSoporte = await tx.$executeRaw`
    UPDATE sesion_de_soporte SET cerrada_en = greatest(${at}, ultima_actividad_en)
    WHERE id = ${sesionDeSoporteId}::uuid AND cerrada_en IS NULL`;
  await record(tx, ctx, 'OTRO_INGRESO', deTitular + deSoporte);
}

/** The oldest of a person beyond those that may be open at once; the caller holds the person's row. */
export async function cancelSesionesDeMas(
  tx: Tx,
  ctx: Contexto,
  persona: { titularId: string } | { miembroId: string },
): Promise<void> {
  const at = ctx.now();
  const { ultimaActividadEn, creadaEn } = openSince(at);
  const cerradas =
    'titularId' in persona
      ? await tx.$executeRaw`
          UPDATE sesion SET cerrada_en = greatest(${at}, ultima_actividad_en) WHERE id IN (
            SELECT id FROM sesion WHERE titular_id = ${persona.titularId}::uuid AND cerrada_en IS NULL
            AND ultima_actividad_en > ${ultimaActividadEn.gt} AND creada_en > ${creadaEn.gt}
            ORDER BY creada_en DESC, id DESC OFFSET ${SESIONES_A_LA_VEZ})`
      : await tx.$executeRaw`
          UPDATE sesion_de_soporte SET cerrada_en = greatest(${at}, ultima_actividad_en) WHERE id IN (
            SELECT id FROM sesion_de_soporte WHERE miembro_id = ${persona.miembroId}::uuid AND cerrada_en IS NULL
            AND ultima_actividad_en > ${ultimaActividadEn.gt} AND creada_en > ${creadaEn.gt}
            ORDER BY creada_en DESC, id DESC OFFSET ${SESIONES_A_LA_VEZ})`;
  await record(tx, ctx, 'DEMASIADAS', cerradas);
}

async function record(tx: Tx, ctx: Contexto, causa: Fin, cerradas: number): Promise<void> {
  if (cerradas > 0) await appendBitacora(tx, ctx, { evento: 'SESIONES_TERMINADAS', datos: { causa, cerradas } });
}
