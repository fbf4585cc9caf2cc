import { parseConsulta } from '#domain/soporte/consulta.ts';
import type { Db } from '#infra/db/db.ts';
import { findFolio } from '#tramites/soporte/find-folio.ts';
import { findAll } from '#tramites/soporte/run-busqueda.ts';
import { countLecturasCompletas } from '../../support/lecturas-completas.ts';
import { type Base, openBase } from '../base/open-base.ts';
import { correoDeDespacho, seedTitulares, type TitularBuscable, titularBuscable } from '../base/seed-titulares.ts';
import type { Banco, Medida } from '../medida.ts';
import { timeOnce } from '../stopwatch.ts';

const POCOS = 10_000;
const META = { times: 1.2 };
const AHORA = new Date('2026-03-01T12:00:00Z');

interface Busqueda {
  what: string;
  /** What is typed about a titular that has everything. */
  type(titular: TitularBuscable, round: number): string;
}

const BUSQUEDAS: readonly Busqueda[] = [
  { what: 'un folio', type: ({ folio }) => folio },
  { what: 'un RFC', type: ({ rfc }) => rfc },
  { what: 'un registro patronal', type: ({ registroPatronal }) => registroPatronal },
  { what: 'un correo', type: ({ correo }) => correo },
  { what: 'un correo de muchos titulares', type: (_, round) => correoDeDespacho(round % 2) },
  { what: 'un teléfono, que también puede ser un registro', type: ({ telefono }) => telefono.slice(3) },
  { what: 'el nombre completo', type: ({ nombre }) => nombre },
  { what: 'un apellido muy común', type: () => 'hernandez' },
  { what: 'nombre y apellido comunes', type: () => 'maria garcia' },
  // The number of a company stands behind its surnames, and few begin with these two digits. Ten thousand names, too, have
  // more with the surname than a page looks through, so that both sizes look through as many.
  { what: 'palabras que no van seguidas', type: () => 'garcia 77' },
];

export const busquedaDeSoporte: Medida = {
  name: 'busqueda-de-soporte',
  what: 'Cada búsqueda de la consola de soporte, con un millón de medios y de titulares (cinco con --grande) y con 10 mil',
  async prepare(banco) {
    const { muchos } = banco;
    banco.note(`${muchos.toLocaleString('es-MX')} medios y titulares`);
    const grande = await openSembrada(banco, muchos);
    const chica = await openSembrada(banco, POCOS);
    await expectNoScans(grande.db, muchos);
    const times = banco.rapido ? 40 : 100;
    return BUSQUEDAS.map((busqueda) => ({
      what: busqueda.what,
      unit: 'ms' as const,
      own: { name: describe(muchos), sample: timeSearches(grande.db, busqueda, muchos, times) },
      floors: [{ name: describe(POCOS), sample: timeSearches(chica.db, busqueda, POCOS, times), meta: META }],
    }));
  },
};

async function openSembrada(banco: Banco, total: number): Promise<Base> {
  const base = await openBase(banco);
  await seedTitulares(base.client, total, banco.progress);
  return base;
}

function describe(total: number): string {
  return `con ${total.toLocaleString('es-MX')} medios`;
}

/** A search in another place of the database each time, the same ones in every round. */
function timeSearches(db: Db, { type }: Busqueda, total: number, times: number): () => Promise<number> {
  const typed = Array.from({ length: times }, (_, round) => type(titularAt(round, total), round));
  return async () => {
    const elapsed = await timeOnce(async () => {
      for (const text of typed) await search(db, text);
    })();
    return elapsed / times;
  };
}

/** An employer with medios, and two given names. */
function titularAt(round: number, total: number): TitularBuscable {
  return titularBuscable((((round + 1) * 7_919 * 4) % (total / 2 - 4)) & ~3);
}

async function search(db: Db, text: string): Promise<void> {
  const criterios = parseConsulta(text);
  if (!criterios.ok) throw new Error(`«${text}»: ${criterios.error}`);
  const [criterio] = criterios.value;
  const found =
    criterio?.por === 'FOLIO'
      ? await findFolio({ db }, criterio.folio)
      : await findAll({ db, now: () => AHORA }, criterios.value, null);
  // A page looks through so many names, and offers to go on where none of them has all the words.
  if (!found || ('titulares' in found && found.titulares.length + found.medios.length === 0 && !found.siguiente))
    throw new Error(`«${text}»: nothing was found`);
}

/** Throws if any kind of search reads a whole table: then its measure would say little of a larger one. */
async function expectNoScans(db: Db, total: number): Promise<void> {
  const before = await countLecturasCompletas(db, { filas: POCOS / 2 });
  for (const { type } of BUSQUEDAS) await search(db, type(titularAt(0, total), 0));
  const after = await countLecturasCompletas(db, { filas: POCOS / 2 });
  if (after !== before) throw new Error('a search reads a whole table');
}
