import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createPool } from '#infra/db/connection.ts';
import { createCupo } from '#infra/db/cupo.ts';
import { enElProceso } from '#infra/env/en-el-proceso.ts';
import { currentSettings } from '#infra/env/process-env.ts';
import { buildCms } from '#infra/firma/build-cms.ts';
import { createLimite, createLimitePorRed } from '#infra/limite/limite.ts';
import { createParts } from '#infra/parts/create-parts.ts';
import type { RenderAcuse } from '#infra/pdf/render-acuse.ts';
import type { RenderFolio } from '#infra/pdf/render-folio.ts';
import { buildZip, streamZip } from '#infra/zip/build-zip.ts';

const CONEXIONES = 10;
/** Of the connections, those that one person may keep busy, and what the next press waits for one. */
const POR_PERSONA = { aLaVez: 3, esperaMs: 3_000 };

/** Fonts, and what draws with them, come into a process that draws. */
const DIBUJO = {
  renderAcuse: async (acuse) => (await import('#infra/pdf/render-acuse.ts')).renderAcuse(acuse),
  renderFolio: async (folio) => (await import('#infra/pdf/render-folio.ts')).renderFolio(folio),
} satisfies { renderAcuse: RenderAcuse; renderFolio: RenderFolio };

/** Composition root of the web, once a process. */
export function root(): ReturnType<typeof createRoot> {
  return enElProceso('raiz', createRoot);
}

function createRoot() {
  const settings = currentSettings();
  const pool = createPool(settings.databaseUrl, { trabajo: 'LIMITE', max: 2 });
  const porDireccion = { veces: 120, ventanaSegundos: 600 };
  const parts = createParts(settings, { trabajo: 'PORTAL', conexiones: CONEXIONES });
  // An idle connection that the database closes is replaced; without a listener it would be an uncaught exception.
  pool.on('error', (error) => parts.log.warn({ error }, 'a connection of the limits was closed'));
  return {
    ...parts,
    settings,
    pool,
    cupo: createCupo(parts.db, POR_PERSONA),
    ...DIBUJO,
    buildCms,
    buildZip,
    streamZip,
    verificarSh: readFileSync(path.join(process.cwd(), 'public/verificar.sh')),
    limites: {
      // Offices sign in from one address: twenty in ten minutes must pass (contrato.md); each takes two requests.
      ingreso: createLimitePorRed(pool, { nombre: 'ingreso', ...porDireccion }),
      enlace: createLimitePorRed(pool, { nombre: 'enlace', ...porDireccion }),
      apertura: createLimitePorRed(pool, { nombre: 'apertura', ...porDireccion }),
      tramite: createLimite(pool, { nombre: 'tramite', ...porDireccion }),
      verificacion: createLimitePorRed(pool, { nombre: 'verificacion', ...porDireccion }),
      // By staff member: enough for whoever answers calls, too few for whoever goes through everybody.
      consulta: createLimite(pool, { nombre: 'consulta', veces: 300, ventanaSegundos: 600 }),
      // Each sends a message to an address of the titular's choosing.
      registro: createLimite(pool, { nombre: 'registro', veces: 60, ventanaSegundos: 3600 }),
      // Each reads all that is stored of its titular.
      misDatos: createLimite(pool, { nombre: 'mis-datos', veces: 5, ventanaSegundos: 24 * 3600 }),
      // Each may keep a file of 5 MB and write to every validated e-mail.
      aclaracion: createLimite(pool, { nombre: 'aclaracion', veces: 30, ventanaSegundos: 24 * 3600 }),
    },
  };
}
