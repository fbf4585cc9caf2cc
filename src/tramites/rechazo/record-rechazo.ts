import type { Contexto } from '#tramites/contexto.ts';

/** A refusal of nobody in particular, summed with those of its minute and cause: however many come, they are one row. */
export async function recordRechazo(
  { db, now }: Pick<Contexto, 'db' | 'now'>,
  evento: 'INGRESO_RECHAZADO' | 'INGRESO_DE_SOPORTE_RECHAZADO',
  causa: string,
): Promise<void> {
  await db.$executeRaw`
    INSERT INTO rechazo_por_minuto AS r (minuto, evento, causa, veces)
    VALUES (date_trunc('minute', ${now()}::timestamptz), ${evento}, ${causa}, 1)
    ON CONFLICT (minuto, evento, causa) DO UPDATE SET veces = r.veces + 1`;
}
