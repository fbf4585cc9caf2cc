import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import {
  checkMedioDeRegistros,
  registerMedioDeRegistros,
} from '#tramites/medio-de-contacto/register-medio-de-registros.ts';
import { addMedioValidado, createEscenario, type Titular } from '../../support/escenario.ts';
import { select } from '../../support/registros.ts';
import { openBase } from '../base/open-base.ts';
import { seedPadron } from '../base/seed-padron.ts';
import type { Medida } from '../medida.ts';
import { timeOnce } from '../stopwatch.ts';

const MEDIO = { mecanismo: 'CORREO_ELECTRONICO', valor: 'nomina@banco.example' } as const;

export const asociarRegistros: Medida = {
  name: 'asociar-registros',
  what: 'Asociar un medio a todos los 50,000 registros, con límites, folio, acuse y bitácora',
  async prepare(banco) {
    const cuantos = banco.rapido ? 10_000 : 50_000;
    const rounds = banco.rapido ? 3 : 5;
    if (banco.rapido) banco.note('--rapido: 10,000 registros');
    const { db, client } = await openBase(banco);
    // Each sample takes a titular of its own: nothing is associated twice. One more is for warming up.
    const cuentas = Array.from({ length: 2 * (rounds + 1) }, () => cuantos);
    banco.progress(`${cuentas.length} titulares con ${cuantos.toLocaleString('es-MX')} registros cada uno`);
    const sembrados = await seedPadron(client, { cuentas, total: cuentas.length * cuantos });
    const escenario = await createEscenario(db);
    const titulares: Titular[] = [];
    for (const { rfc } of sembrados) titulares.push(await escenario.enter(rfc));
    return [
      {
        what: `${cuantos.toLocaleString('es-MX')} registros`,
        unit: 'ms',
        rounds,
        own: { name: 'Buzón', sample: () => timeAsociar(next(titulares)) },
        floors: [
          {
            name: 'un INSERT … SELECT de otros tantos',
            sample: () => timeInsert(client, next(titulares)),
            meta: { times: 3 },
          },
        ],
      },
    ];
  },
};

function next(titulares: Titular[]): Titular {
  const titular = titulares.pop();
  if (!titular) throw new Error('there are fewer titulares than samples');
  return titular;
}

/** From «Aceptar» on; what the window says was asked before. */
async function timeAsociar(titular: Titular): Promise<number> {
  const seleccionId = await select(titular, 'todos');
  const checked = await checkMedioDeRegistros(titular.ctx, { ...MEDIO, seleccionId });
  if (!checked.ok) throw new Error(checked.error);
  const { sha256 } = checked.value.cupo;
  const peticion = { ...MEDIO, seleccionId, sha256, sinNuevaValidacion: false, peticionId: randomUUID() };
  return timeOnce(async () => {
    const result = await registerMedioDeRegistros(titular.ctx, peticion);
    if (!result.ok) throw new Error(result.error);
  })();
}

/** Into the same table, with its indexes and constraints, for a medio that is there. */
async function timeInsert(client: Client, titular: Titular): Promise<number> {
  await addMedioValidado(titular, MEDIO.mecanismo, MEDIO.valor);
  const { titularId } = titular.ctx.actor;
  return timeOnce(() =>
    client.query(
      `INSERT INTO alcance_de_medio (medio_id, titular_id, registro_patronal_id, numero, mecanismo, valor_comparable, lugar)
       SELECT m.id, m.titular_id, r.id, r.numero, m.mecanismo, m.valor_comparable, 1
       FROM medio_de_contacto m JOIN registro_patronal r ON r.titular_id = m.titular_id WHERE m.titular_id = $1`,
      [titularId],
    ),
  )();
}
