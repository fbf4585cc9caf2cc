import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type pg from 'pg';

/** Something that happens, whatever rules it breaks: the rows of it, and no more of what they would hang from. */
export interface Hecho {
  sql: string;
  values: unknown[];
}

const TITULARES = Array.from({ length: 4 }, () => randomUUID());
const titular = fc.constantFrom(...TITULARES);
const destino = fc.constantFrom('a@uno.example', 'b@uno.example', 'c@dos.example', '+525511111111', '+525522222222');
const tipo = fc.constantFrom('VALIDA_CORREO', 'VALIDA_CORREO', 'MEDIO_CANCELADO');
const entrega = fc.constantFrom('ACEPTADO', 'ENTREGADO', 'RECHAZADO', 'SIN_RESPUESTA', 'DESCARTADO', 'REBOTADO');
const estadoDeSolicitud = fc.constantFrom('FIRMADA', 'PENDIENTE_DE_VERIFICACION', 'INVALIDA');
const cual = fc.nat({ max: 30 });
const minutos = fc.nat({ max: 71 * 60 });

const hecho = (sql: string, ...values: unknown[]): Hecho => ({ sql, values });
/** One of the rows, by its place in time. */
const elegido = (tabla: string, fecha: string, donde = 'true') => `id = (
  SELECT id FROM ${tabla} WHERE ${donde} ORDER BY ${fecha}, id
  OFFSET $1::int % (SELECT greatest(count(*), 1) FROM ${tabla} WHERE ${donde}) LIMIT 1)`;
const medioQue = (donde: string) => elegido('medio_de_contacto', 'fecha_de_registro', donde);
const mecanismoDe = (valor: string) => (valor.includes('@') ? 'CORREO_ELECTRONICO' : 'TELEFONO');

function register(titularId: string, valor: string, en: Date, deRegistros: boolean): Hecho {
  return hecho(
    `INSERT INTO medio_de_contacto (id, folio, titular_id, mecanismo, valor, valor_comparable, estado, fecha_de_registro,
       plazo_desde, vence_en, clave_id, peticion_id, registros)
     SELECT id, id, $1, $2, $3::text, $3, 'EN_PROCESO', $4::timestamptz, $4, $4 + interval '72 hours', 'x', id, $5::int
     FROM gen_random_uuid() AS id`,
    ...[titularId, mecanismoDe(valor), valor, en, deRegistros ? 1 : null],
  );
}

function sign(titularId: string, en: Date, estado: string): Hecho {
  return hecho(
    `INSERT INTO solicitud (id, folio, titular_id, texto_version, texto_sha256, fecha, cadena_original, firma,
       certificado_id, consulta_ocsp_id, estado)
     SELECT id, id, $1, id, 'x', $2, 'x', 'x', id, id, $3 FROM gen_random_uuid() AS id`,
    ...[titularId, en, estado],
  );
}

function notify(titularId: string, valor: string, en: Date, estado: string, de: string): Hecho {
  return hecho(
    `INSERT INTO aviso (id, titular_id, medio_id, folio, tipo, mecanismo, destino, destino_comparable, estado, creado_en, resuelto_en)
     SELECT id, $1, id, id, $2, $3, 'x', $4, $5, $6, $6 FROM gen_random_uuid() AS id`,
    ...[titularId, de, mecanismoDe(valor), valor, estado, en],
  );
}

/** Anything that a figure of the board depends on, at any of these moments, and changes of what there is. */
export function hechosDe(momento: fc.Arbitrary<Date>): fc.Arbitrary<Hecho> {
  const often = (arbitrary: fc.Arbitrary<Hecho>) => ({ weight: 3, arbitrary });
  return fc.oneof(
    often(fc.tuple(titular, destino, momento, fc.boolean()).map((each) => register(...each))),
    often(fc.tuple(titular, destino, momento, entrega, tipo).map((each) => notify(...each))),
    often(fc.tuple(titular, momento, estadoDeSolicitud).map((each) => sign(...each))),
    often(
      fc.tuple(cual, minutos).map(([at, tarda]) =>
        hecho(
          `UPDATE medio_de_contacto SET estado = 'VALIDADO', fecha_de_validacion = fecha_de_registro + $2 * interval '1 minute'
           WHERE ${medioQue("estado = 'EN_PROCESO'")}`,
          ...[at, tarda],
        ),
      ),
    ),
    often(
      fc
        .tuple(cual, entrega)
        .map((each) => hecho(`UPDATE aviso SET estado = $2 WHERE ${elegido('aviso', 'creado_en')}`, ...each)),
    ),
    fc
      .tuple(cual, estadoDeSolicitud)
      .map((each) => hecho(`UPDATE solicitud SET estado = $2 WHERE ${elegido('solicitud', 'fecha')}`, ...each)),
    cual.map((at) =>
      hecho(
        `UPDATE medio_de_contacto SET estado = 'BAJA', fecha_de_baja = fecha_de_registro + interval '80 hours'
         WHERE ${medioQue("estado = 'VALIDADO'")}`,
        at,
      ),
    ),
    cual.map((at) =>
      hecho(
        `UPDATE medio_de_contacto SET estado = 'CANCELADO', fecha_de_cancelacion = fecha_de_registro,
           ajeno_en = fecha_de_registro + interval '70 hours' WHERE ${medioQue("estado = 'EN_PROCESO'")}`,
        at,
      ),
    ),
    cual.map((at) =>
      hecho(`UPDATE medio_de_contacto SET reabierto_en = ajeno_en WHERE ${medioQue('ajeno_en IS NOT NULL')}`, at),
    ),
    momento.map((en) =>
      hecho(
        "INSERT INTO lectura_de_rebote SELECT lpad(id::text, 64, '0'), 'ANOTADO', $1 FROM gen_random_uuid() AS id",
        en,
      ),
    ),
  );
}

const DISPARADORES = {
  aviso: ['tramos_de_aviso', 'tramos_de_aviso_cambiado'],
  medio_de_contacto: ['tramos_de_medio', 'tramos_de_medio_cambiado'],
  solicitud: ['tramos_de_solicitud'],
  lectura_de_rebote: ['tramos_de_rebote'],
};

/** Leaves this connection, which must be the owner's, without any trigger but those that mark what is to be counted again. */
export async function keepSolamenteMarcas(dueno: pg.ClientBase): Promise<void> {
  await setMarcas(dueno, 'ENABLE ALWAYS');
  await dueno.query('SET session_replication_role = replica');
}

export async function setMarcas(dueno: pg.ClientBase, how: 'ENABLE ALWAYS' | 'ENABLE'): Promise<void> {
  for (const [tabla, nombres] of Object.entries(DISPARADORES))
    for (const nombre of nombres) await dueno.query(`ALTER TABLE ${tabla} ${how} TRIGGER ${nombre}`);
}
