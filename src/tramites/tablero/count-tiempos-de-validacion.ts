import type { Mecanismo } from '#domain/medio-de-contacto/mecanismo.ts';
import type { Cuenta } from './cuenta.ts';

interface TiempoDeValidacion {
  mecanismo: Mecanismo;
  validados: number;
  /** Half of them took this long or less, from the registration, in seconds. */
  medianaSegundos: number;
}

/** How long those took that were validated in the range; one that was proved by another medio took none and is left out. */
export function countTiemposDeValidacion({ db, desde, hasta }: Cuenta): Promise<TiempoDeValidacion[]> {
  return db.$queryRaw<TiempoDeValidacion[]>`
    SELECT mecanismo, count(*)::int AS validados,
           percentile_cont(0.5) WITHIN GROUP (
             ORDER BY extract(epoch FROM fecha_de_validacion - fecha_de_registro)) AS "medianaSegundos"
    FROM medio_de_contacto
    WHERE fecha_de_validacion >= ${desde} AND fecha_de_validacion < ${hasta} AND prueba_de_id IS NULL
    GROUP BY mecanismo ORDER BY mecanismo`;
}
