import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { alterarDatos } from './alterar-datos.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The test's today: 24 November in Central time, which is 25 November in UTC already. */
export const HOY = new Date('2026-11-25T03:30:00Z');

export type Historia = typeof historia extends fc.Arbitrary<infer Value> ? Value : never;

/** Moments of the last twelve days, with those around midnights (Central and UTC) more often. */
const momento = fc
  .tuple(fc.integer({ min: 0, max: 11 }), fc.oneof(fc.constantFrom(-1, 0, 1), fc.integer({ min: 0, max: DAY_MS - 1 })))
  .chain(([days, ms]) =>
    fc.constantFrom(6, 0).map((midnight) => {
      const start = Date.UTC(2026, 10, 24 - days, midnight);
      return new Date(Math.min(start + ms, HOY.getTime()));
    }),
  );
const titular = fc.integer({ min: 0, max: 7 });
const medio = fc.record({
  titular,
  mecanismo: fc.constantFrom('CORREO_ELECTRONICO', 'TELEFONO'),
  fechaDeRegistro: momento,
  /** How long until it was validated; null when it never was. */
  tardanzaMs: fc.option(fc.integer({ min: 0, max: 71 * HOUR_MS })),
  deRegistros: fc.boolean(),
  conPrueba: fc.boolean(),
});
const aviso = fc.record({
  mecanismo: fc.constantFrom('CORREO_ELECTRONICO', 'TELEFONO'),
  dominio: fc.constantFrom('uno.example', 'uno.example', 'uno.example', 'dos.example', 'tres.example'),
  estado: fc.constantFrom(
    'PENDIENTE',
    'ACEPTADO',
    'ENTREGADO',
    'RECHAZADO',
    'SIN_RESPUESTA',
    'DESCARTADO',
    'REBOTADO',
    'QUIZA_ENTREGADO',
  ),
  creadoEn: momento,
});
export const historia = fc.record({
  medios: fc.array(medio, { maxLength: 25 }),
  solicitudes: fc.array(
    fc.record({
      titular,
      fecha: momento,
      estado: fc.constantFrom('FIRMADA', 'PENDIENTE_DE_VERIFICACION', 'INVALIDA'),
    }),
    { maxLength: 12 },
  ),
  avisos: fc.array(aviso, { maxLength: 40 }),
  esperas: fc.array(momento, { maxLength: 10 }),
});

/** Stores it as it is, whatever rules it would break: the figures are counted from rows. */
export async function storeHistoria({ medios, solicitudes, avisos, esperas }: Historia): Promise<void> {
  const ids = Array.from({ length: 8 }, () => randomUUID());
  const idOf = (index: number) => ids[index];
  await alterarDatos(
    'TRUNCATE medio_de_contacto, solicitud, aviso, aclaracion CASCADE',
    insertInto(
      'medio_de_contacto',
      medios.map((medio) => toMedio(medio, idOf(medio.titular))),
    ),
    insertInto(
      'solicitud',
      solicitudes.map(({ titular, fecha, estado }) => toSolicitud(fecha, estado, idOf(titular))),
    ),
    insertInto('aviso', avisos.map(toAviso)),
    insertInto('aclaracion', esperas.map(toAclaracion)),
  );
}

function insertInto(table: string, rows: Record<string, unknown>[]): string {
  const columns = Object.keys(rows[0] ?? { id: '' }).join(', ');
  const json = JSON.stringify(rows).replaceAll("'", "''");
  return `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::${table}, '${json}')`;
}

function toMedio({ mecanismo, fechaDeRegistro, ...medio }: Historia['medios'][number], titularId?: string) {
  const { tardanzaMs, deRegistros, conPrueba } = medio;
  const validado = tardanzaMs === null ? null : new Date(fechaDeRegistro.getTime() + tardanzaMs);
  return {
    id: randomUUID(),
    folio: randomUUID(),
    titular_id: titularId,
    mecanismo,
    valor: 'x',
    valor_comparable: 'x',
    estado: validado ? 'VALIDADO' : 'EN_PROCESO',
    fecha_de_registro: fechaDeRegistro,
    plazo_desde: fechaDeRegistro,
    vence_en: new Date(fechaDeRegistro.getTime() + 72 * HOUR_MS),
    fecha_de_validacion: validado,
    intentos_fallidos: 0,
    clave_id: 'x',
    peticion_id: randomUUID(),
    registros: deRegistros ? 1 : null,
    prueba_de_id: conPrueba ? randomUUID() : null,
  };
}

function toSolicitud(fecha: Date, estado: string, titularId?: string) {
  return {
    id: randomUUID(),
    folio: randomUUID(),
    titular_id: titularId,
    texto_version: randomUUID(),
    texto_sha256: 'x',
    fecha,
    cadena_original: 'x',
    firma: '\\x00',
    certificado_id: randomUUID(),
    consulta_ocsp_id: randomUUID(),
    estado,
  };
}

function toAviso({ mecanismo, dominio, estado, creadoEn }: Historia['avisos'][number]) {
  const destino = mecanismo === 'TELEFONO' ? '+525500000000' : `alguien@${dominio}`;
  return {
    id: randomUUID(),
    titular_id: randomUUID(),
    medio_id: randomUUID(),
    folio: randomUUID(),
    tipo: 'VALIDA_CORREO',
    mecanismo,
    destino,
    destino_comparable: destino,
    estado,
    creado_en: creadoEn,
    resuelto_en: estado === 'PENDIENTE' ? null : creadoEn,
  };
}

function toAclaracion(esperaDesde: Date) {
  return {
    id: randomUUID(),
    folio: randomUUID(),
    titular_id: randomUUID(),
    asunto: 'OTRO',
    estado: 'PRESENTADA',
    presentada_en: esperaDesde,
    espera_desde: esperaDesde,
    peticion_id: randomUUID(),
  };
}
