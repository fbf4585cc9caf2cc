import { readFileSync } from 'node:fs';
import type { Db } from '#infra/db/db.ts';
import { anchorBitacora } from '#tramites/bitacora/anchor-bitacora.ts';
import { chainBitacora } from '#tramites/bitacora/chain-bitacora.ts';
import { verifyBitacora } from '#tramites/bitacora/verify-bitacora.ts';
import { verifyHechos } from '#tramites/bitacora/verify-hechos.ts';
import { HECHOS } from '../../../prisma/evidencia.ts';
import { type Base, openBase } from '../base/open-base.ts';
import { seedTitulares } from '../base/seed-titulares.ts';
import type { Banco, Medida } from '../medida.ts';
import { timeOnce } from '../stopwatch.ts';

const META_MS = 300_000;
const MIB = 2 ** 20;

export const verificarBitacora: Medida = {
  name: 'verificar-bitacora',
  what: 'Verificar la bitácora entera con un millón de hechos: cadena, registro público y cada fila de sus tablas',
  async prepare(banco) {
    const hechos = banco.rapido ? 20_000 : 1_000_000;
    if (banco.rapido) banco.note('--rapido: 20,000 hechos');
    const base = await openBase(banco);
    await seedTitulares(base.client, hechos / 2, banco.progress);
    await recordHechos(base, banco);
    return [
      {
        what: `Verificar ${hechos.toLocaleString('es-MX')} hechos`,
        unit: 'ms' as const,
        rounds: 1,
        own: { name: 'npm run bitacora:verificar', sample: () => verify(base.db, hechos, banco) },
        floors: [{ name: 'cinco minutos', sample: () => META_MS, meta: { times: 1 } }],
      },
    ];
  },
};

/** As if each had been written through the portal: told of in the bitácora, chained, in the public log and anchored. */
async function recordHechos({ client, db }: Base, banco: Banco): Promise<void> {
  banco.progress('cada hecho, en la bitácora');
  await client.query('UPDATE titular SET nombre = nombre');
  await client.query('UPDATE medio_de_contacto SET folio = folio');
  banco.progress('la cadena y el registro público');
  const ctx = { db, now: () => new Date(), algoritmo: 'sha256' as const };
  do await chainBitacora(ctx);
  while ((await db.bitacoraPendiente.count()) > 0);
  await chainBitacora(ctx);
  await anchorBitacora(ctx);
  await client.query('VACUUM ANALYZE');
}

async function verify(db: Db, hechos: number, banco: Banco): Promise<number> {
  let memoria = 0;
  const watch = () => {
    memoria = Math.max(memoria, process.memoryUsage().rss);
  };
  const before = process.cpuUsage();
  const antes = await cpuOfPostgres(db);
  const verifySelloDeTiempo = () => ({ resultado: 'SIN_RESPUESTA' as const, motivo: 'none' });
  const [cadena, tablas] = [
    await timeOnce(async () => {
      const result = await verifyBitacora({ db, now: () => new Date(), verifySelloDeTiempo }, watch);
      if (!result.ok || result.value.eslabones < hechos) throw new Error('the bitácora is not whole');
    })(),
    await timeOnce(async () => {
      for await (const { tabla, clave } of verifyHechos(db, HECHOS, watch)) throw new Error(`${tabla} ${clave}`);
    })(),
  ];
  const { user, system } = process.cpuUsage(before);
  const dePostgres = (await cpuOfPostgres(db)) - antes;
  const segundos = [cadena, tablas].map((ms) => (ms / 1000).toFixed(1));
  banco.note(
    `cadena ${segundos[0]} s, hechos ${segundos[1]} s; procesador ${((user + system) / 1e6).toFixed(1)} s, y ${dePostgres.toFixed(1)} s de PostgreSQL; memoria ${Math.round(memoria / MIB)} MiB`,
  );
  return cadena + tablas;
}

const TICS_POR_SEGUNDO = 100;

/** Seconds of processor of the connections to this database: others share the machine. */
async function cpuOfPostgres(db: Db): Promise<number> {
  const rows = await db.$queryRaw<{ pid: number }[]>`
    SELECT pid FROM pg_stat_activity WHERE datname = current_database()`;
  const tics = rows.flatMap(({ pid }) =>
    readFileSync(`/proc/${pid}/stat`, 'utf8').split(' ').slice(13, 15).map(Number),
  );
  return tics.reduce((sum, each) => sum + each, 0) / TICS_POR_SEGUNDO;
}
