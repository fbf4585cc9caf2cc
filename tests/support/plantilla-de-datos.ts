import { rm } from 'node:fs/promises';
import { startPortal } from './portal.ts';
import { keepDatos } from './sin-estrenar.ts';

/**
 * A first start makes keys, a database and a padrón, which is most of its work: for a run of the browser that is done once,
 * and each portal starts from a copy. How a first start itself goes is seen in tests/integration/arranque.
 */
export default async function makePlantilla(): Promise<() => Promise<void>> {
  const portal = await startPortal();
  await keepDatos(portal);
  await portal.interrupt();
  process.env.BUZON_PRUEBAS_PLANTILLA = portal.datos;
  return () => rm(portal.datos, { recursive: true, force: true });
}
