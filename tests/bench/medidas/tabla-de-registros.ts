import { listRegistros } from '#tramites/registro-patronal/list-registros.ts';
import { createEscenario, type Titular } from '../../support/escenario.ts';
import { openBase } from '../base/open-base.ts';
import { seedPadron } from '../base/seed-padron.ts';
import type { Medida } from '../medida.ts';
import { timeOnce } from '../stopwatch.ts';

const POCOS = 50;
const META = { times: 1.2 };

export const tablaDeRegistros: Medida = {
  name: 'tabla-de-registros',
  what: 'La primera página de la tabla y una búsqueda, con 50,000 registros y con 50',
  async prepare(banco) {
    const muchos = banco.rapido ? 5_000 : 50_000;
    const total = banco.rapido ? 100_000 : 1_000_000;
    if (banco.rapido) banco.note('--rapido: 5,000 registros en un padrón de 100,000');
    const { db, client } = await openBase(banco);
    banco.progress(`un padrón de ${total.toLocaleString('es-MX')} registros`);
    const [deMuchos, dePocos] = await seedPadron(client, { cuentas: [muchos, POCOS], total });
    const escenario = await createEscenario(db);
    const grande = await escenario.enter(deMuchos?.rfc);
    const chico = await escenario.enter(dePocos?.rfc);
    const times = banco.rapido ? 20 : 50;
    return [
      { what: 'la primera página', buscar: '' },
      { what: 'una búsqueda por número', buscar: 'A00' },
      { what: 'una búsqueda por subdelegación', buscar: 'merida' },
    ].map(({ what, buscar }) => ({
      what,
      unit: 'ms' as const,
      own: { name: `con ${muchos.toLocaleString('es-MX')} registros`, sample: timeSearch(grande, buscar, times) },
      floors: [{ name: `con ${POCOS} registros`, sample: timeSearch(chico, buscar, times), meta: META }],
    }));
  },
};

function timeSearch({ ctx }: Titular, buscar: string, times: number): () => Promise<number> {
  const search = async () => {
    for (let time = 0; time < times; time++)
      await listRegistros(ctx, { buscar, sinValidar: false, despuesDe: '', seleccionId: null });
  };
  return async () => (await timeOnce(search)()) / times;
}
