import type { Cuenta } from './cuenta.ts';

interface Embudo {
  registraron: number;
  validaron: number;
  firmaron: number;
}

/** Each counts where they began; only medios for the RFC (guide IV). Without `OFFSET 0` it walks the whole table. */
export async function countEmbudo({ db, desde, hasta }: Cuenta): Promise<Embudo> {
  const [embudo] = await db.$queryRaw<[Embudo]>`
    WITH nuevo AS (
      SELECT DISTINCT titular_id FROM medio_de_contacto AS medio
      WHERE fecha_de_registro >= ${desde} AND fecha_de_registro < ${hasta} AND registros IS NULL AND NOT EXISTS (
        SELECT FROM medio_de_contacto AS anterior
        WHERE anterior.titular_id = medio.titular_id AND anterior.fecha_de_registro < ${desde}
          AND anterior.registros IS NULL OFFSET 0)
    ), avance AS (
      SELECT
        EXISTS (SELECT FROM medio_de_contacto AS correo WHERE correo.titular_id = nuevo.titular_id
          AND registros IS NULL AND mecanismo = 'CORREO_ELECTRONICO' AND fecha_de_validacion IS NOT NULL OFFSET 0)
        AND EXISTS (SELECT FROM medio_de_contacto AS telefono WHERE telefono.titular_id = nuevo.titular_id
          AND registros IS NULL AND mecanismo = 'TELEFONO' AND fecha_de_validacion IS NOT NULL OFFSET 0) AS con_ambos,
        EXISTS (SELECT FROM solicitud
          WHERE solicitud.titular_id = nuevo.titular_id AND estado <> 'INVALIDA' OFFSET 0) AS firmo
      FROM nuevo
    )
    SELECT count(*)::int AS registraron, count(*) FILTER (WHERE con_ambos)::int AS validaron,
           count(*) FILTER (WHERE con_ambos AND firmo)::int AS firmaron
    FROM avance`;
  return embudo;
}
