import { setTimeout as sleep } from 'node:timers/promises';
import { acquireLock, type Lock } from '#demo/lock.ts';
import { Fault } from '#server/fault.ts';

const ESPERA_MS = 4_000;
const PASO_MS = 200;

/** Takes a folder that others may read for this process, after whoever has it now. @param onWait is called once, when there is somebody. */
export async function waitForLock(folder: string, onWait: () => void): Promise<Lock> {
  for (let isFirst = true; ; isFirst = false) {
    const lock = await acquireLock(folder, { isShared: true });
    if (lock) return lock;
    if (isFirst) onWait();
    await sleep(PASO_MS);
  }
}

/** Takes BUZON_DATOS for this portal; one that is just closing is given the time to. Throws Fault. */
export async function lockDatos(datos: string): Promise<Lock> {
  for (let waited = 0; waited <= ESPERA_MS; waited += PASO_MS) {
    const lock = await acquireLock(datos);
    if (lock) return lock;
    await sleep(PASO_MS);
  }
  throw new Fault(
    `Ya hay un portal en marcha con BUZON_DATOS=${datos}: detenlo, o arranca este con otra carpeta y otro puerto: BUZON_DATOS=.datos2 PORT=3001 npm start`,
  );
}
