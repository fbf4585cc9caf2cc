// npx tsx tests/support/entrega/reinicios.ts [veces] : two portals are restarted one after the other, under load, and then
// brought to another version with a migration and back. Tells what was asked and what failed.

import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { readActionIds } from '../acciones.ts';
import { makeTempDir } from '../carpeta-temporal.ts';
import { createConstruida } from '../otra-copia.ts';
import { buildPortal } from '../portal.ts';
import { changeVersion } from './change-version.ts';
import { type DosPortales, startDosPortales } from './dos-portales.ts';
import { startVisitas, type Visitas } from './visitas.ts';

/** More than the balancer leaves alone whom it could not reach. */
const PAUSA_MS = 2_500;

/** Restarts both, one after the other. */
export async function restartEach(portales: DosPortales): Promise<void> {
  for (const which of [0, 1] as const) {
    await portales.shut(which);
    await portales.open(which);
    await sleep(PAUSA_MS);
  }
}

async function main(veces: number): Promise<void> {
  const root = await createConstruida(makeTempDir());
  const portales = await startDosPortales(root);
  const accion = (await readActionIds(root)).get('issueIngresoChallengeAction') ?? '';
  const visitas = await open();
  for (let vez = 1; vez <= veces; vez++) {
    await restartEach(portales);
    tell(`reinicio ${vez}`, visitas);
  }
  if (veces > 1) {
    changeVersion(root);
    await buildPortal(root);
    tell('construida la versión nueva', visitas);
    await restartEach(portales);
    tell('actualización', visitas);
  }
  await visitas.stop();
  tell('total', visitas);
  for (const line of visitas.failed.slice(0, 20)) console.log(line);
  for (const line of portales
    .output()
    .split('\n')
    .filter((each) => /error|warn/i.test(each))
    .slice(0, 20))
    console.log(line.slice(0, 600));
  await portales.stop();

  async function open(): Promise<Visitas> {
    for (const which of [0, 1] as const) await portales.open(which);
    return startVisitas({ ...portales, accion });
  }
}

function tell(what: string, { count, failed, ingresos, slowestMs }: Visitas): void {
  const time = new Date().toISOString().slice(11, 19);
  console.log(
    `${time} ${what}: ${count} peticiones, ${ingresos} ingresos, ${failed.length} fallas, ${slowestMs | 0} ms la peor`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(Number(process.argv[2] ?? 10));
