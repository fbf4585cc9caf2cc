import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDb, type Db } from '#infra/db/db.ts';
import { closeAclaracion } from '#tramites/aclaracion/answer-aclaracion.ts';
import { downloadAdjunto } from '#tramites/aclaracion/download-adjunto.ts';
import type { ContextoDeSoporte } from '#tramites/contexto.ts';
import { grantPortal } from '../../../prisma/grant-portal.ts';
import { presentar, replicar, responder } from '../../support/aclaraciones.ts';
import { makePdf } from '../../support/archivos.ts';
import {
  addMedioValidado,
  createEscenario,
  type Escenario,
  enterSoporte,
  type Titular,
} from '../../support/escenario.ts';
import { createRolDelPortal, dropRolDelPortal } from '../../support/rol-del-portal.ts';
import { testDatabaseUrl, testDb } from '../../support/test-db.ts';

let escenario: Escenario;
let titular: Titular;
let soporte: ContextoDeSoporte;
let folio: string;
let db: Db;
beforeEach(async () => {
  db = await testDb();
  escenario = await createEscenario(db);
  titular = await escenario.enter();
  soporte = (await enterSoporte(escenario, 'ATENCION', 'LOVC900412QX8')).ctx;
  folio = await presentar(titular, { adjunto: { nombre: 'a.pdf', contenido: makePdf() } });
});

const OTRO_MENSAJE = `INSERT INTO mensaje_de_aclaracion (id, aclaracion_id, numero, autor, miembro_id, texto, fecha, peticion_id)
  SELECT gen_random_uuid(), id, NUMERO, AUTOR, NULL, TEXTO, now(), gen_random_uuid() FROM aclaracion`;
const mensaje = (numero: number, autor: string, texto: string) =>
  OTRO_MENSAJE.replace('NUMERO', String(numero)).replace('AUTOR', `'${autor}'`).replace('TEXTO', texto);

describe('whatever the code does, the database refuses', () => {
  it.each([
    ["UPDATE mensaje_de_aclaracion SET texto = 'otra cosa'", /append-only/],
    ['DELETE FROM mensaje_de_aclaracion', /append-only/],
    ["UPDATE adjunto_de_mensaje SET nombre = 'otro.pdf'", /append-only/],
    ['DELETE FROM adjunto_de_mensaje', /append-only/],
    ['DELETE FROM aclaracion', /append-only/],
    ["UPDATE aclaracion SET folio = 'BI-1'", /does not change/],
    ["UPDATE aclaracion SET asunto = 'OTRO'", /does not change/],
    ["UPDATE aclaracion SET presentada_en = presentada_en - interval '1 day'", /does not change/],
    ["UPDATE aclaracion SET estado = 'CERRADA', cerrada_en = now(), espera_desde = NULL", /cannot go from/],
    ["UPDATE aclaracion SET estado = 'RESPONDIDA', espera_desde = NULL", /cannot go from/],
    ["UPDATE aclaracion SET estado = 'EN_ATENCION'", /aclaracion_atendida/],
    ['UPDATE aclaracion SET espera_desde = NULL', /aclaracion_en_espera/],
    [mensaje(3, 'TITULAR', "'se salta uno'"), /does not follow/],
    [mensaje(1, 'TITULAR', "'otra vez el primero'"), /does not follow/],
    [mensaje(2, 'SOPORTE', "'de nadie'"), /mensaje_de_quien/],
    [mensaje(2, 'TITULAR', "''"), /mensaje_de_tres_mil/],
    [mensaje(2, 'TITULAR', "repeat('x', 3001)"), /mensaje_de_tres_mil/],
    [
      `INSERT INTO adjunto_de_mensaje SELECT gen_random_uuid(), nombre, tipo, bytes, repeat('0', 64), contenido, acciones
      FROM adjunto_de_mensaje`,
      /adjunto_con_su_huella/,
    ],
    [
      `INSERT INTO adjunto_de_mensaje SELECT gen_random_uuid(), nombre, tipo, bytes + 1, sha256, contenido, acciones
      FROM adjunto_de_mensaje`,
      /adjunto_de_cinco_megabytes/,
    ],
    [
      `INSERT INTO aclaracion (id, folio, titular_id, asunto, estado, presentada_en, atiende_id, peticion_id)
      SELECT gen_random_uuid(), 'BI-2', titular_id, 'OTRO', 'RESPONDIDA', now(), gen_random_uuid(), gen_random_uuid()
      FROM aclaracion`,
      /cannot be filed so/,
    ],
    [
      `INSERT INTO aviso (id, titular_id, tipo, mecanismo, destino, destino_comparable, estado, creado_en)
      SELECT gen_random_uuid(), titular_id, 'ACLARACION_RESPONDIDA', 'TELEFONO', 'x', 'x', 'PENDIENTE', now() FROM aclaracion`,
      /aviso_de_su_aclaracion/,
    ],
  ] as [string, RegExp][])('%s', async (statement, refusal) => {
    await expect(db.$executeRawUnsafe(statement)).rejects.toThrow(refusal);
  });

  it('a medio of another titular, and a message in what is closed', async () => {
    const other = await escenario.enter('MEGL920721K30');
    await addMedioValidado(other, 'TELEFONO', '+525512345678');
    await expect(
      db.$executeRaw`
        INSERT INTO aclaracion (id, folio, titular_id, asunto, medio_id, estado, presentada_en, espera_desde, peticion_id)
        SELECT gen_random_uuid(), 'BI-3', ${titular.ctx.actor.titularId}::uuid, 'OTRO', id, 'PRESENTADA', now(), now(),
          gen_random_uuid() FROM medio_de_contacto`,
    ).rejects.toThrow(/cannot be filed so/);
    await responder(soporte, folio);
    await closeAclaracion(soporte, folio);
    await expect(db.$executeRawUnsafe(mensaje(3, 'TITULAR', "'tarde'"))).rejects.toThrow(/does not follow/);
    await expect(
      db.$executeRawUnsafe("UPDATE aclaracion SET estado = 'EN_ATENCION', espera_desde = now(), cerrada_en = NULL"),
    ).rejects.toThrow(/cannot go from/);
  });
});

describe('the portal’s own role', () => {
  let url: string;
  let suya: Db;
  beforeEach(async () => {
    url = await createRolDelPortal(testDatabaseUrl());
    await grantPortal(testDatabaseUrl(), [url]);
    suya = createDb(url, { max: 4 });
  });
  afterEach(async () => {
    await suya.$disconnect();
    await dropRolDelPortal(testDatabaseUrl(), url);
  });

  it('may do all that an aclaración needs, and change nothing that was written', async () => {
    const [hers, staff] = [
      { ...titular, ctx: { ...titular.ctx, db: suya } },
      { ...soporte, db: suya },
    ];
    const filed = await presentar(hers, { adjunto: { nombre: 'b.pdf', contenido: makePdf() } });
    await responder(staff, filed);
    await replicar(hers, filed);
    await responder(staff, filed);
    expect((await closeAclaracion(staff, filed)).ok).toBe(true);
    expect(await downloadAdjunto(hers.ctx, filed, 1)).not.toBeNull();
    for (const statement of [
      "UPDATE mensaje_de_aclaracion SET texto = 'x'",
      'DELETE FROM adjunto_de_mensaje',
      'DELETE FROM aclaracion',
    ])
      await expect(suya.$executeRawUnsafe(statement)).rejects.toThrow(/permission denied/);
  });
});
