import { setTimeout as sleep } from 'node:timers/promises';
import { type Candado, takeCandado } from '#demo/candado.ts';
import { Averia } from '#server/averia.ts';

const ESPERA_MS = 4_000;
const PASO_MS = 200;

/** Takes BUZON_DATOS for this portal; one that is just closing is given the time to. */
export async function takeDatos(datos: string): Promise<Candado> {
  for (let waited = 0; waited <= ESPERA_MS; waited += PASO_MS) {
    const candado = await takeCandado(datos);
    if (candado) return candado;
    await sleep(PASO_MS);
  }
  throw new Averia(
    `Ya hay un portal en marcha con BUZON_DATOS=${datos}: detenlo, o arranca este con otra carpeta y otro puerto: BUZON_DATOS=.datos2 PORT=3001 npm start`,
  );
}
