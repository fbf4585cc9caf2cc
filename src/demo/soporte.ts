import { createDb } from '#infra/db/db.ts';
import { giveRol } from '#tramites/soporte/give-rol.ts';
import { EFIRMAS_DE_SOPORTE } from './autoridad/efirmas-de-soporte.ts';

/** Gives the demo's staff their roles the first time; a role that was taken from one since stays taken. */
export async function seedSoporte(databaseUrl: string, now: () => Date): Promise<void> {
  const db = createDb(databaseUrl, { trabajo: 'CARGA', max: 1 });
  try {
    for (const { rfc, nombre, rol } of EFIRMAS_DE_SOPORTE) {
      const isKnown = (await db.miembroDeSoporte.count({ where: { rfc } })) > 0;
      if (rol && !isKnown) await giveRol({ db, now, actor: { tipo: 'SISTEMA' } }, { rfc, nombre, rol });
    }
  } finally {
    await db.$disconnect();
  }
}
