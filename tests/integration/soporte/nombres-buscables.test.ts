import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { girosDeNombre, nombreBuscable } from '#domain/soporte/nombre-buscable.ts';
import type { Db } from '#infra/db/db.ts';
import { testDb } from '../../support/test-db.ts';

let db: Db;
beforeEach(async () => {
  db = await testDb();
});

const AHORA = new Date('2026-03-02T18:30:00Z');

function create(rfc: string, nombre: string) {
  return db.titular.create({ data: { rfc, nombre, creadoEn: AHORA }, select: { id: true } });
}

async function textosOf(titularId: string): Promise<string[]> {
  const filas = await db.nombreDeTitular.findMany({ where: { titularId }, select: { texto: true } });
  return filas.map(({ texto }) => texto).sort();
}

const sorted = (nombre: string) => [...new Set(girosDeNombre(nombre))].sort();

describe('the names that are searched', () => {
  it('are what the domain says, for any text', async () => {
    // PostgreSQL holds no NUL, and no half of a pair.
    const text = fc.string({
      unit: fc.oneof(fc.constantFrom(...'aÁñ Ü.-&«'), fc.string({ unit: 'binary', maxLength: 1 })),
    });
    await fc.assert(
      fc.asyncProperty(
        text.map((each) => Buffer.from(each.replaceAll('\0', '')).toString()),
        async (nombre) => {
          const [row] = await db.$queryRaw<[{ nombre: string; giros: string[] }]>`
            SELECT nombre_buscable(${nombre}) AS nombre, ARRAY(SELECT giros_de_nombre(${nombre})) AS giros`;
          expect(row).toEqual({ nombre: nombreBuscable(nombre), giros: girosDeNombre(nombre) });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('follow a titular that comes, and a name that changes, and nothing else does', async () => {
    const { id } = await create('GOMA800101AB1', 'ANA GÓMEZ ANA');
    const other = await create('PEO020304K7A', 'GÓMEZ E HIJOS');
    expect(await textosOf(id)).toEqual(sorted('ANA GÓMEZ ANA'));
    await db.titular.update({ where: { id }, data: { nombre: 'ANA MARÍA GÓMEZ' }, select: { id: true } });
    expect(await textosOf(id)).toEqual(sorted('ANA MARÍA GÓMEZ'));
    expect(await textosOf(other.id)).toEqual(sorted('GÓMEZ E HIJOS'));
  });

  it('follow titulares that come and change in one statement', async () => {
    const { id } = await create('GOMA800101AB1', 'ANA GÓMEZ');
    await db.$executeRaw`
      INSERT INTO titular (id, rfc, nombre, creado_en) VALUES
        (gen_random_uuid(), 'GOMA800101AB1', 'ANA LUZ', ${AHORA}), (gen_random_uuid(), 'PEO020304K7A', 'HIJOS', ${AHORA})
      ON CONFLICT (rfc) DO UPDATE SET nombre = EXCLUDED.nombre`;
    expect(await textosOf(id)).toEqual(sorted('ANA LUZ'));
    expect(await db.nombreDeTitular.count()).toBe(3);
  });
});
