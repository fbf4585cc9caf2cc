import { parseRegistroPatronal } from '#domain/registro-patronal.ts';
import { withConnection } from '#infra/db/connection.ts';
import type { EfirmaDeDemo } from './autoridad/efirma-de-demo.ts';

type TitularDeDemo = Pick<EfirmaDeDemo, 'rfc' | 'nombre' | 'registros'>;

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
export function seedPadron(databaseUrl: string, titulares: readonly TitularDeDemo[], now: Date): Promise<void> {
  return withConnection(databaseUrl, async (client) => {
    await client.query('BEGIN');
    await client.query(INSERT_TITULARES, [titulares.map(({ rfc }) => rfc), titulares.map(({ nombre }) => nombre), now]);
    for (const [lugar, { rfc, registros }] of titulares.entries())
      await client.query(INSERT_REGISTROS, [rfc, JSON.stringify(listRegistros(lugar + 1, registros))]);
    await client.query('COMMIT');
  });
}

function listRegistros(lugar: number, cuantos: number) {
  return Array.from({ length: cuantos }, (_, index) => {
    const n = index + 1;
    const [municipio, subdelegacion, sitio] = PLAZAS[(n + lugar) % PLAZAS.length] as (typeof PLAZAS)[number];
    const consecutivo = String((lugar * 6007 + n) % 100_000).padStart(5, '0');
    const parsed = parseRegistroPatronal(`${municipio}${consecutivo}10`);
    const domicilio = `${CALLES[n % CALLES.length]} ${100 + ((n * 7) % 1900)}, ${sitio}`;
    return { numero: parsed.ok ? parsed.value : null, subdelegacion, domicilio };
  });
}

const INSERT_TITULARES = `
INSERT INTO titular (id, rfc, nombre, creado_en)
SELECT gen_random_uuid(), rfc, nombre, $3
FROM unnest($1::text[], $2::text[]) AS nuevo (rfc, nombre)
ON CONFLICT (rfc) DO NOTHING`;

const INSERT_REGISTROS = `
INSERT INTO registro_patronal (numero, titular_id, subdelegacion, domicilio, estado)
SELECT nuevo.numero, titular.id, nuevo.subdelegacion, nuevo.domicilio, 'VIGENTE'
FROM titular, jsonb_to_recordset($2) AS nuevo (numero text, subdelegacion text, domicilio text)
WHERE rfc = $1 AND jsonb_array_length($2) > (SELECT count(*) FROM registro_patronal WHERE titular_id = titular.id)
ON CONFLICT (numero) DO NOTHING`;
