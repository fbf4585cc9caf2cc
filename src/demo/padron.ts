import { openConnection } from '#infra/db/connection.ts';

interface TitularDeDemo {
  rfc: string;
  nombre: string;
  registros: number;
}

/** Municipality of a registro patronal, its subdelegación and places there; fictitious streets in real cities. */
const PLAZAS = [
  ['Y60', 'Ciudad de México Norte', 'Col. Industrial Vallejo, Azcapotzalco, CDMX, C.P. 02300'],
  ['C24', 'Guadalajara Centro', 'Col. Americana, Guadalajara, Jal., C.P. 44160'],
  ['D41', 'Monterrey Sur', 'Col. Obrera, Monterrey, N.L., C.P. 64010'],
  ['E22', 'Puebla Norte', 'Col. El Carmen, Puebla, Pue., C.P. 72530'],
  ['F13', 'Tijuana', 'Col. Zona Río, Tijuana, B.C., C.P. 22010'],
  ['Z33', 'Querétaro', 'Col. Centro Sur, Querétaro, Qro., C.P. 76090'],
  ['B52', 'Mérida Norte', 'Col. Itzimná, Mérida, Yuc., C.P. 97100'],
  ['G47', 'Acapulco', 'Col. Progreso, Acapulco de Juárez, Gro., C.P. 39350'],
] as const;

const CALLES = [
  'Av. Insurgentes',
  'Calle Hidalgo',
  'Av. Juárez',
  'Calle Morelos',
  'Blvd. Independencia',
  'Calle Allende',
];

/** Those that are not there yet: a number depends on its titular's place and its own, so a second call finds all. */
export async function seedPadron(databaseUrl: string, titulares: readonly TitularDeDemo[], now: Date): Promise<void> {
  const client = await openConnection(databaseUrl);
  try {
    await client.query('BEGIN');
    await client.query(INSERT_TITULARES, [titulares.map(({ rfc }) => rfc), titulares.map(({ nombre }) => nombre), now]);
    await client.query(INSERT_REGISTROS, [
      titulares.map(({ rfc }) => rfc),
      titulares.map(({ registros }) => registros),
      PLAZAS.map(([municipio]) => municipio),
      PLAZAS.map(([, subdelegacion]) => subdelegacion),
      PLAZAS.map(([, , lugar]) => lugar),
      CALLES,
    ]);
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}

const INSERT_TITULARES = `
INSERT INTO titular (id, rfc, nombre, creado_en)
SELECT gen_random_uuid(), rfc, nombre, $3
FROM unnest($1::text[], $2::text[]) AS nuevo (rfc, nombre)
ON CONFLICT (rfc) DO NOTHING`;

/** As in dominio.md, in SQL so that thousands are one statement; a test compares it with domain/registro-patronal. */
const INSERT_REGISTROS = `
WITH pedido AS (
  SELECT titular.id AS titular_id, p.cuantos, p.lugar
  FROM unnest($1::text[], $2::int[]) WITH ORDINALITY AS p (rfc, cuantos, lugar)
  JOIN titular USING (rfc)
  WHERE p.cuantos > (SELECT count(*) FROM registro_patronal WHERE titular_id = titular.id)
), numerado AS (
  SELECT titular_id, n, 1 + (n + lugar) % cardinality($3::text[]) AS plaza,
         lpad(((lugar * 6007 + n) % 100000)::text, 5, '0') || '10' AS resto
  FROM pedido, generate_series(1, pedido.cuantos) AS n
), diez AS (
  SELECT *, ($3::text[])[plaza] || resto AS caracteres,
         (ascii(($3::text[])[plaza]) - 55)::text || substr(($3::text[])[plaza], 2) || resto AS digitos
  FROM numerado
), sumado AS (
  SELECT *, (SELECT sum(CASE WHEN i % 2 = 0 THEN d WHEN d > 4 THEN d * 2 - 9 ELSE d * 2 END)
             FROM (SELECT i, substr(digitos, i, 1)::int AS d FROM generate_series(1, 11) AS i) AS cifra
            ) AS total
  FROM diez
)
INSERT INTO registro_patronal (numero, titular_id, subdelegacion, domicilio, estado)
SELECT caracteres || ((10 - total % 10) % 10)::text, titular_id, ($4::text[])[plaza],
       ($6::text[])[1 + n % cardinality($6::text[])] || ' ' || (100 + n * 7 % 1900) || ', ' || ($5::text[])[plaza], 'VIGENTE'
FROM sumado
ON CONFLICT (numero) DO NOTHING`;
