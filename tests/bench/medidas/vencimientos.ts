import { LANES } from '#domain/tarea/lanes.ts';
import { cancelEveryMedioVencido } from '#tramites/medio-de-contacto/cancel-medio.ts';
import { createEscenario } from '../../support/escenario.ts';
import { openBase } from '../base/open-base.ts';
import { seedVencidos } from '../base/seed-vencidos.ts';
import type { Medida } from '../medida.ts';
import { timeOnce } from '../stopwatch.ts';

const META_POR_MILLON_MS = 300_000;

export const vencimientos: Medida = {
  name: 'vencimientos',
  what: 'Cancelar los medios cuyas 72 horas vencieron a la vez, cada uno con su tarea en la cola',
  async prepare(banco) {
    const cuantos = banco.rapido ? 20_000 : 1_000_000;
    const { db, client } = await openBase(banco);
    const { ctx } = await createEscenario(db);
    banco.progress(`${cuantos.toLocaleString('es-MX')} vencidos`);
    await seedVencidos(client, cuantos, ctx.now());
    const hands = LANES.find(({ name }) => name === 'expiries')?.hands ?? 1;
    const cancel = () => cancelEveryMedioVencido({ ...ctx, actor: { tipo: 'SISTEMA' } });
    const cancelAll = timeOnce(() => Promise.all(Array.from({ length: hands }, cancel)));
    // Once: afterwards nothing is left to cancel.
    let ms: Promise<number> | undefined;
    return [
      {
        what: `Cancelar ${cuantos.toLocaleString('es-MX')} medios vencidos`,
        unit: 'ms' as const,
        rounds: 1,
        own: {
          name: 'Buzón',
          sample: () => {
            ms ??= cancelAll();
            return ms;
          },
        },
        floors: [
          {
            name: 'cinco minutos por millón',
            sample: async () => (META_POR_MILLON_MS * cuantos) / 1_000_000,
            meta: { times: 1 },
          },
        ],
      },
    ];
  },
};
