import { setTimeout as sleep } from 'node:timers/promises';
import type { Carga } from '../carga/carga.ts';
import type { Medida } from '../carga/medida.ts';
import { ingresar, type Medio, type Persona, pressRegistro, readMarca } from '../carga/persona.ts';
import type { Escena } from '../escena.ts';
import { type Falla, NADA } from '../falla.ts';

const PLAZO_MS = 10_000;
const VECES = 10;
/** What the server leaves a transaction idle (8 s), and a few tries more. */
const LIBRE_MS = 15_000;

/** Someone whose row another session holds: only they are to notice, and soon. */
export const RENGLONES: readonly Falla[] = [
  {
    nombre: 'un renglón tomado por otra sesión',
    afecta: NADA,
    corta: true,
    async begin(escena, carga) {
      const victima = await enter(carga);
      const other = await lockTitular(escena, victima.rfc);
      const presses = Array.from({ length: VECES }, () => press(victima));
      return async () => {
        await Promise.all(presses);
        await other.free();
        const done = await pressRegistro(victima, victima.marca, victima.medio);
        return [...judgeOcupado(victima.medidas), ...(done ? [] : ['su trámite no se pudo hacer después'])];
      };
    },
  },
  {
    nombre: 'un portal congelado a media transacción',
    afecta: NADA,
    segundos: 14,
    async begin(escena, carga) {
      const otro = await escena.openOtroPortal();
      const [enElOtro, aqui] = [await enter(carga, otro.port), await carga.addPersona()];
      const other = await lockTitular(escena, enElOtro.rfc);
      const stuck = press(enElOtro);
      await waitForLock(escena);
      otro.process.kill('SIGSTOP');
      await other.free();
      const ingreso = ingresar({ ...enElOtro, navegador: aqui.navegador });
      return async () => {
        const isIn = await Promise.race([ingreso, sleep(LIBRE_MS, false)]);
        otro.process.kill('SIGCONT');
        await Promise.all([stuck, otro.kill()]);
        const late = aqui.medidas.filter(({ ms }) => ms > PLAZO_MS);
        return [
          ...(isIn ? [] : ['quien estaba en él no pudo ingresar en el otro portal']),
          ...(late.length > 0 ? [`quien estaba en él esperó más de ${PLAZO_MS / 1000} s una respuesta`] : []),
        ];
      };
    },
  },
];

type Victima = Persona & { medidas: Medida[]; medio: Medio; marca: string };

async function enter(carga: Carga, port?: number): Promise<Victima> {
  const persona = await carga.addPersona(port);
  await ingresar(persona);
  const marca = (await readMarca(persona)) ?? '';
  persona.medidas.length = 0;
  return { ...persona, marca };
}

function press(victima: Victima) {
  return pressRegistro(victima, victima.marca, victima.medio);
}

async function lockTitular(escena: Escena, rfc: string) {
  const client = await escena.connect();
  await client.query('BEGIN');
  await client.query('SELECT 1 FROM titular WHERE rfc = $1 FOR UPDATE', [rfc]);
  return { free: async () => void (await client.query('ROLLBACK').finally(() => client.release())) };
}

async function waitForLock(escena: Escena): Promise<void> {
  for (let waited = 0; waited < 3_000; waited += 50) {
    const rows = await escena.query(`SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'`);
    if (rows.length > 0) return;
    await sleep(50);
  }
}

/** A press that nothing holds, which is the last, tells what this machine takes by itself. */
function judgeOcupado(medidas: readonly Medida[]): string[] {
  const presses = medidas.slice(0, VECES);
  const solo = medidas.at(-1)?.ms ?? 0;
  const late = presses.filter(({ ms }) => ms > PLAZO_MS + 2 * solo);
  const mute = presses.filter(({ causa }) => !causa.includes('ocupado'));
  return [
    ...(late.length > 0 ? [`${late.length} de ${VECES} veces supo después de ${PLAZO_MS / 1000} s`] : []),
    ...(mute.length > 0 ? [`${mute.length} de ${VECES} veces no leyó «ocupado»: ${mute[0]?.causa || 'se hizo'}`] : []),
  ];
}
