import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Escena } from '../escena.ts';
import { type Falla, NADA, TODAS } from '../falla.ts';

/** Killed when the relay hears of a message, or has it; `before` is what is done between. */
function workerMatado(
  nombre: string,
  fase: 'rcpt' | 'punto',
  before: Before = async () => undefined,
  corta?: true,
): Falla {
  return {
    nombre: `worker matado ${nombre}`,
    afecta: NADA,
    ...(corta && { corta }),
    async begin(escena) {
      let kill: Promise<void> | null = null;
      const dead = new Promise<void>((resolve) => {
        escena.relevo.misbehave(fase, async () => {
          kill ??= before(escena).then(async (after) => {
            await killWorker(escena);
            await after?.();
            resolve();
          });
          // Whoever is killed is not answered, and who comes later is.
          if (!nombre.includes('asentar')) await kill;
        });
      });
      return async () => {
        await Promise.race([dead, sleep(20_000)]);
        escena.relevo.behave();
        await escena.openWorker();
        return kill === null ? ['ningún mensaje llegó a ese paso'] : [];
      };
    },
  };
}

type Before = (escena: Escena) => Promise<(() => Promise<void>) | void>;

/** What it was answered cannot be written down: it dies waiting. */
const holdAvisos: Before = async (escena) => {
  const client = await escena.connect();
  await client.query('BEGIN; LOCK TABLE aviso IN SHARE MODE');
  await sleep(600);
  return async () => void (await client.query('ROLLBACK').finally(() => client.release()));
};

/** Killed when `reach` has found it at some step. */
function portalMatado(nombre: string, reach: (escena: Escena) => Promise<() => Promise<void>>, corta?: true): Falla {
  return {
    nombre: `portal matado ${nombre}`,
    afecta: TODAS,
    segundos: 2,
    ...(corta && { corta }),
    async begin(escena) {
      const after = await reach(escena);
      await escena.portal().kill();
      await after();
      return () => escena.openPortal();
    },
  };
}

async function killWorker(escena: Escena): Promise<void> {
  const { process: child, kill } = escena.worker();
  const exit = once(child, 'exit');
  kill();
  await exit;
}

async function countMedios(escena: Escena): Promise<number> {
  const [row] = await escena.query<{ n: number }>('SELECT count(*)::int AS n FROM medio_de_contacto');
  return row?.n ?? 0;
}

export const PROCESOS: readonly Falla[] = [
  workerMatado('antes de entregar', 'rcpt'),
  workerMatado('después de entregar', 'punto', undefined, true),
  workerMatado('antes de asentar lo entregado', 'punto', holdAvisos),
  portalMatado('mientras sella', async ({ setSello }) => {
    setSello(2);
    await sleep(2_500);
    return async () => setSello(0);
  }),
  portalMatado('con transacciones abiertas', async (escena) => {
    const client = await escena.connect();
    await client.query('BEGIN; LOCK TABLE acuse IN EXCLUSIVE MODE');
    await sleep(2_000);
    return async () => void (await client.query('ROLLBACK').finally(() => client.release()));
  }),
  portalMatado('tras guardar y antes de contestar', async (escena) => {
    const before = await countMedios(escena);
    for (let tries = 0; tries < 2_000 && (await countMedios(escena)) === before; tries++) await sleep(2);
    return async () => undefined;
  }),
];
