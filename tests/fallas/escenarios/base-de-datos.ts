import type { Client } from 'pg';
import { openConnection } from '#infra/db/connection.ts';
import { childrenOf } from '../disco.ts';
import { type Escena, waitUntil } from '../escena.ts';
import { type Falla, TODAS } from '../falla.ts';

const SE_REPONE_MS = 5_000;

export const BASE_DE_DATOS: readonly Falla[] = [
  {
    nombre: 'PostgreSQL detenido',
    afecta: TODAS,
    async begin({ base }) {
      await base.stop();
      return () => base.start();
    },
  },
  {
    nombre: 'PostgreSQL matado (SIGKILL)',
    afecta: TODAS,
    corta: true,
    async begin({ base }) {
      await base.crash();
      return () => base.start();
    },
  },
  {
    nombre: 'un proceso de PostgreSQL matado',
    afecta: TODAS,
    async begin(escena) {
      const [{ pid } = { pid: 0 }] = await escena.query<{ pid: number }>(
        `SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() LIMIT 1`,
      );
      if (pid > 1) process.kill(pid, 'SIGKILL');
      return () => waitForBase(escena);
    },
  },
  {
    nombre: 'PostgreSQL congelado (SIGSTOP)',
    afecta: TODAS,
    async begin({ base }) {
      const pid = await base.readPid();
      const all = [pid, ...childrenOf(pid)];
      signalAll(all, 'SIGSTOP');
      return async () => signalAll(all, 'SIGCONT');
    },
  },
  {
    nombre: 'disco de PostgreSQL lleno',
    afecta: TODAS,
    omitir: ({ disco }) => (disco ? null : 'no se puede montar un disco pequeño (mount)'),
    async begin(escena) {
      escena.disco?.fill();
      return async () => {
        escena.disco?.empty();
        // Without room for its log it ends itself, as the runbook says: whoever made room starts it again.
        const isBack = await waitForBase(escena, SE_REPONE_MS).then(
          () => true,
          () => false,
        );
        if (!isBack) await escena.base.stop().then(() => escena.base.start());
      };
    },
  },
  {
    nombre: 'PostgreSQL sin conexiones',
    afecta: TODAS,
    async begin(escena) {
      const own = await escena.connect();
      const taken = await takeConnections(escena.base.url);
      await own.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE backend_type = 'client backend' AND application_name <> 'acaparador' AND pid <> pg_backend_pid()`,
      );
      own.release();
      taken.push(...(await takeConnections(escena.base.url)));
      return async () => void (await Promise.all(taken.map((client) => client.end())));
    },
  },
];

/** Every connection that the server still has. */
async function takeConnections(url: string): Promise<Client[]> {
  const taken: Client[] = [];
  for (;;) {
    const client = await openConnection(url, { application_name: 'acaparador' }).catch(() => null);
    if (!client) return taken;
    taken.push(client);
  }
}

function isBaseUp(escena: Escena): Promise<boolean> {
  return escena.query('CREATE TEMPORARY TABLE prueba AS SELECT 1; DROP TABLE prueba').then(
    () => true,
    () => false,
  );
}

function waitForBase(escena: Escena, ms?: number): Promise<void> {
  return waitUntil(
    () => isBaseUp(escena),
    () => 'PostgreSQL did not come back',
    ms,
  );
}

function signalAll(pids: readonly number[], signal: 'SIGSTOP' | 'SIGCONT'): void {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch {
      // It ended meanwhile.
    }
  }
}
