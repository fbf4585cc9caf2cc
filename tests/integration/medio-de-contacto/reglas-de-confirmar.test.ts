import { beforeEach, expect, it } from 'vitest';
import { createDb } from '#infra/db/db.ts';
import { tellMediosAntiguos } from '#tramites/medio-de-contacto/tell-medios-antiguos.ts';
import { alterarDatos } from '../../support/alterar-datos.ts';
import { addMedioValidado, createEscenario, type Escenario } from '../../support/escenario.ts';
import { countFilasLeidas } from '../../support/filas-leidas.ts';
import { testDatabaseUrl, testDb } from '../../support/test-db.ts';

const CORREO = 'ana@correo.example';
const YEAR_MS = 365 * 24 * 3_600_000 + 1;

let escenario: Escenario;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  await addMedioValidado(await escenario.enter(), 'CORREO_ELECTRONICO', CORREO);
});

const set = (change: string) => escenario.db.$executeRawUnsafe(`UPDATE medio_de_contacto SET ${change}`);

it('the database lets nobody ask before a year, nor confirm before what is confirmed', async () => {
  const { fechaDeValidacion } = await escenario.db.medioDeContacto.findFirstOrThrow();
  const at = (ms: number) => new Date((fechaDeValidacion?.getTime() ?? 0) + ms).toISOString();
  await expect(set(`confirmacion_pedida_en = '${at(YEAR_MS - 1)}'`)).rejects.toThrow('not the time');
  await set(`confirmacion_pedida_en = '${at(YEAR_MS)}'`);
  await expect(set(`confirmacion_pedida_en = NULL`)).rejects.toThrow('not the time');
  await expect(set(`confirmacion_pedida_en = '${at(2 * YEAR_MS - 1)}'`)).rejects.toThrow('not the time');
  await expect(set(`confirmado_en = '${at(YEAR_MS - 1)}'`)).rejects.toThrow('not the time');
  await set(`confirmado_en = '${at(YEAR_MS)}'`);
  await expect(set(`confirmado_en = NULL`)).rejects.toThrow('not the time');
  await set(`estado = 'BAJA', fecha_de_baja = '${at(YEAR_MS)}'`);
  await expect(set(`confirmado_en = '${at(YEAR_MS + 1)}'`)).rejects.toThrow('not the time');
});

it('costs what it asks, and not what there is', async () => {
  await alterarDatos(
    `INSERT INTO titular (id, rfc, nombre, creado_en) SELECT md5('t' || n)::uuid, 'AAA' || to_char(n, 'FM000000') || 'AA0', 'X', now()
     FROM generate_series(1, 40000) n`,
    `INSERT INTO medio_de_contacto (id, folio, titular_id, mecanismo, valor, valor_comparable, estado, fecha_de_registro,
       plazo_desde, vence_en, fecha_de_validacion, clave_id, peticion_id)
     SELECT md5('m' || n)::uuid, 'M' || n, md5('t' || n)::uuid, mecanismo, 'c' || n || '@correo.example', 'c' || n || '@correo.example', estado,
       fecha_de_registro, plazo_desde, vence_en, fecha_de_validacion, clave_id, md5('m' || n)::uuid
     FROM medio_de_contacto, generate_series(1, 40000) n WHERE valor = '${CORREO}'`,
  );
  await escenario.db.$executeRawUnsafe('ANALYZE medio_de_contacto, titular, aviso');
  const sola = createDb(testDatabaseUrl(), { max: 1 });
  const reads = () => countFilasLeidas(sola, () => tellMediosAntiguos({ ...escenario.ctx, db: sola }));
  expect(await reads()).toBeLessThan(100);
  escenario.advance(YEAR_MS);
  expect(await reads()).toBeLessThan(3_000);
  expect(await escenario.db.aviso.count({ where: { tipo: 'CONFIRMA_MEDIO' } })).toBe(100);
  await sola.$disconnect();
});
