import type { Client } from 'pg';
import { buildFolio } from '#domain/folio.ts';
import { girosDeNombre } from '#domain/soporte/nombre-buscable.ts';
import { copy, numeroDe } from './seed-padron.ts';

// Shares as in Mexico, more or less: a few names are everybody's, and most are nobody's.
const NOMBRES =
  'MARÍA JOSÉ JUAN GUADALUPE LUIS FRANCISCO ANA CARLOS JORGE MIGUEL ROSA JESÚS ALEJANDRO MANUEL PEDRO MARGARITA LETICIA RICARDO DANIEL JUANA VERÓNICA ROBERTO ELIZABETH FERNANDO PATRICIA EDUARDO ALICIA SERGIO JAVIER TERESA RAÚL ARTURO MARTHA GLORIA ÓSCAR VÍCTOR ADRIANA SILVIA RAFAEL ENRIQUE IRMA NORMA GABRIELA ANDRÉS LAURA HÉCTOR YOLANDA ALBERTO MARTÍN CLAUDIA';
const APELLIDOS =
  'HERNÁNDEZ GARCÍA MARTÍNEZ LÓPEZ GONZÁLEZ RODRÍGUEZ PÉREZ SÁNCHEZ RAMÍREZ CRUZ FLORES GÓMEZ MORALES VÁZQUEZ REYES JIMÉNEZ TORRES DÍAZ GUTIÉRREZ RUIZ MENDOZA AGUILAR ORTIZ MORENO CASTILLO ROMERO ÁLVAREZ MÉNDEZ CHÁVEZ RIVERA JUÁREZ RAMOS DOMÍNGUEZ HERRERA MEDINA CASTRO VARGAS GUZMÁN VELÁZQUEZ ROJAS MUÑOZ CONTRERAS SALAZAR LUNA ORTEGA GUERRERO ESTRADA BAUTISTA CORTÉS SOTO';
const GIROS =
  'CONSTRUCTORA COMERCIALIZADORA TRANSPORTES SERVICIOS GRUPO INMOBILIARIA ABARROTES MUEBLES TALLERES CLÍNICA';
const HORA_MS = 3_600_000;
const DESDE = Date.parse('2025-01-01T12:00:00Z');
/** One of so many has the address of the office that keeps its books, which has so many such clients. */
const CON_DESPACHO = 50;
const CLIENTES = 40;

const nombres = NOMBRES.split(' ');
const apellidos = APELLIDOS.split(' ');
const giros = GIROS.split(' ');

/** What can be looked for and is there, of the titular at a place below `total`. */
export interface TitularBuscable {
  rfc: string;
  nombre: string;
  correo: string;
  telefono: string;
  folio: string;
  /** Where it is an employer: every second one is. */
  registroPatronal: string;
}

/** The same every time, whatever the total. */
export function titularBuscable(place: number): TitularBuscable {
  return {
    rfc: rfcDe(place),
    nombre: nombreDe(place),
    correo: correoDe(place),
    telefono: `+52${5_500_000_000 + place}`,
    folio: buildFolio(2025, 2 * place + 1),
    registroPatronal: numeroDe(place),
  };
}

/** An address that is many titulares'. */
export function correoDeDespacho(despacho: number): string {
  return `contacto@despacho${despacho}.example`;
}

/**
 * Fills an empty database by COPY: `total` titulares, of whom half have an e-mail address and a phone, so that there are as
 * many medios; and half are employers. What triggers would keep row by row is filled in afterwards, which is quicker; so
 * are the names as they are searched, whose index is made in one go.
 */
export async function seedTitulares(client: Client, total: number, progress: (line: string) => void): Promise<void> {
  const cuantos = total.toLocaleString('es-MX');
  await client.query("SET session_replication_role = replica; SET maintenance_work_mem = '1GB'");
  progress(`${cuantos} titulares, con sus nombres`);
  await copy(client, 'titular (id, rfc, nombre, creado_en)', rows(total, titularRow));
  await client.query('ALTER TABLE nombre_de_titular DROP CONSTRAINT nombre_de_titular_pkey');
  await copy(client, 'nombre_de_titular (texto, titular_id)', rows(total, nombreRows));
  await client.query('ALTER TABLE nombre_de_titular ADD PRIMARY KEY (texto, titular_id)');
  progress(`${cuantos} medios de contacto y ${(total / 2).toLocaleString('es-MX')} registros patronales`);
  await copy(client, `medio_de_contacto (${COLUMNAS_DE_MEDIO})`, rows(total, medioRow));
  await copy(client, `registro_patronal (${COLUMNAS_DE_REGISTRO})`, rows(total / 2, registroRow));
  await client.query(
    'INSERT INTO conteo_de_registros (titular_id, vigentes, total) SELECT titular_id, 1, 1 FROM registro_patronal',
  );
  await client.query(
    'VACUUM ANALYZE titular, nombre_de_titular, medio_de_contacto, registro_patronal, conteo_de_registros',
  );
  await client.query('RESET session_replication_role');
}

function* rows(total: number, row: (place: number) => string): Generator<string> {
  const POR_TROZO = 200;
  for (let start = 0; start < total; start += POR_TROZO) {
    let trozo = '';
    for (let place = start; place < Math.min(total, start + POR_TROZO); place++) trozo += row(place);
    yield trozo;
  }
}

function titularRow(place: number): string {
  return `${idDe(1, place)}\t${rfcDe(place)}\t${nombreDe(place)}\t2025-01-01\n`;
}

function nombreRows(place: number): string {
  const giros = new Set(girosDeNombre(nombreDe(place)));
  return [...giros].map((giro) => `${giro}\t${idDe(1, place)}\n`).join('');
}

const COLUMNAS_DE_MEDIO =
  'id, folio, titular_id, mecanismo, valor, valor_comparable, estado, fecha_de_registro, plazo_desde, vence_en, fecha_de_validacion, fecha_de_cancelacion, fecha_de_baja, clave_id, peticion_id';

/** An e-mail address and a phone by turns. */
function medioRow(place: number): string {
  const titular = Math.floor(place / 2);
  const isCorreo = place % 2 === 0;
  const valor = isCorreo ? correoDe(titular) : `+52${5_500_000_000 + titular}`;
  const desde = DESDE + place * 7_000;
  const [registro, vence, despues] = [desde, desde + 72 * HORA_MS, desde + HORA_MS].map((ms) =>
    new Date(ms).toISOString(),
  );
  const estado = ['VALIDADO', 'VALIDADO', 'VALIDADO', 'VALIDADO', 'CANCELADO', 'BAJA', 'EN_PROCESO'][hash(place) % 7];
  const fecha = (each: string) => (estado === each ? despues : '\\N');
  const fechas = [fecha('VALIDADO'), fecha('CANCELADO'), fecha('BAJA')].join('\t');
  const mecanismo = isCorreo ? 'CORREO_ELECTRONICO' : 'TELEFONO';
  const folio = buildFolio(2025, place + 1);
  const identidad = `${idDe(2, place)}\t${folio}\t${idDe(1, titular)}\t${mecanismo}\t${valor}\t${valor}\t${estado}`;
  return `${identidad}\t${registro}\t${registro}\t${vence}\t${fechas}\tclave\t${idDe(3, place)}\n`;
}

const COLUMNAS_DE_REGISTRO = 'numero, titular_id, subdelegacion, domicilio, estado';

function registroRow(place: number): string {
  return `${numeroDe(place)}\t${idDe(1, place)}\tMérida Norte\tCalle ${place % 90}, Col. Centro\tVIGENTE\n`;
}

function nombreDe(place: number): string {
  const [a, b, c, d] = [1, 2, 3, 4].map((n) => skewed(place, n)) as [number, number, number, number];
  const apellido = `${apellidos[c]} ${apellidos[d]}`;
  if (place % 4 === 3) return `${giros[hash(place + 7) % giros.length]} ${apellido} ${place} SA DE CV`;
  return place % 2 === 0 ? `${nombres[a]} ${nombres[b]} ${apellido}` : `${nombres[a]} ${apellido}`;
}

/** One of fifty, the first ones far more often. */
function skewed(place: number, salt: number): number {
  const chance = (hash(place * 31 + salt) % 10_007) / 10_007;
  return Math.floor(50 * chance ** 2);
}

function correoDe(titular: number): string {
  if (titular % CON_DESPACHO === CON_DESPACHO - 1)
    return correoDeDespacho(Math.floor(titular / CON_DESPACHO / CLIENTES));
  return `persona${titular}@correo${hash(titular) % 20}.example`;
}

function rfcDe(place: number): string {
  const letras = [17_576, 676, 26, 1]
    .map((weight) => String.fromCharCode(65 + (Math.floor(place / weight) % 26)))
    .join('');
  return `${letras}8001${String(1 + (place % 28)).padStart(2, '0')}${String(Math.floor(place / 456_976)).padStart(3, '0')}`;
}

/** A UUID that grows with the place, as those of a portal do with time. */
function idDe(table: number, place: number): string {
  return `0190${table}000-0000-7000-8000-${place.toString(16).padStart(12, '0')}`;
}

/** A number that looks like chance (Knuth's multiplicative hash). */
function hash(value: number): number {
  return Math.imul(value + 1, 2_654_435_761) >>> 4;
}
