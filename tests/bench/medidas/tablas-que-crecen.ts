import type { Client } from 'pg';
import { openBase } from '../base/open-base.ts';
import type { Banco, Medida } from '../medida.ts';
import { timeOnce } from '../stopwatch.ts';

const POCOS = 10_000;
const META = { times: 1.2 };
const VECES = 500;
const RONDAS = 7;
/** What is never forgotten (domain/retencion), because it proves something: these grow for ever. */
const TABLAS = ['bitacora', 'bitacora_cadena', 'aviso', 'intento_de_envio'];

export const tablasQueCrecen: Medida = {
  name: 'tablas-que-crecen',
  what: 'Lo que nunca se borra (bitácora, cadena, avisos e intentos), lleno y casi vacío: anotar, leer, asear',
  async prepare(banco) {
    const { muchos } = banco;
    const [grande, chica] = [await openLlena(banco, muchos), await openLlena(banco, POCOS)];
    const nameOf = (total: number) => `con ${total.toLocaleString('es-MX')} renglones en cada una`;
    const compareAt = (what: string, run: (client: Client, total: number) => Promise<unknown>) => ({
      what,
      unit: 'ms' as const,
      rounds: RONDAS,
      own: { name: nameOf(muchos), sample: timeOnce(() => run(grande, muchos)) },
      floors: [{ name: nameOf(POCOS), sample: timeOnce(() => run(chica, POCOS)), meta: META }],
    });
    return [
      compareAt(`Anotar ${VECES} renglones en la bitácora, uno por uno`, append),
      compareAt(`Leer la historia de ${VECES} folios`, readFolios),
      compareAt('VACUUM de las cuatro después', (client) => client.query(`VACUUM ${TABLAS}`)),
    ];
  },
};

async function openLlena(banco: Banco, total: number): Promise<Client> {
  const { client } = await openBase(banco);
  banco.progress(`${total.toLocaleString('es-MX')} renglones en cada tabla`);
  await fill(client, total);
  const seconds = async (run: () => Promise<unknown>) => Math.round((await timeOnce(run)()) / 1000);
  const primero = await seconds(() => client.query(`VACUUM (FREEZE, ANALYZE) ${TABLAS}`));
  const copia = await seconds(async () => {
    for (const tabla of TABLAS) await client.query(`COPY ${tabla} TO PROGRAM 'cat > /dev/null'`);
  });
  await client.query('CREATE EXTENSION pageinspect');
  const { rows } = await client.query<{ gb: string; nombre: string; altura: number }>(
    `
    SELECT round(pg_total_relation_size(c.oid) / 1e9, 2) AS gb, c.relname AS nombre, max(level) + 1 AS altura
    FROM pg_class AS c JOIN pg_index AS i ON i.indrelid = c.oid JOIN pg_class AS x ON x.oid = i.indexrelid
    JOIN pg_am ON pg_am.oid = x.relam AND amname = 'btree', LATERAL bt_metap(x.oid::regclass::text)
    WHERE c.relname = ANY ($1) GROUP BY 1, 2 ORDER BY 2`,
    [TABLAS],
  );
  const tamanos = rows.map(({ nombre, gb, altura }) => `${nombre} ${gb} GB y ${altura} niveles de índice`);
  banco.note(
    `${total.toLocaleString('es-MX')}: ${tamanos.join(', ')}; primer VACUUM de todo ${primero} s, respaldo ${copia} s`,
  );
  return client;
}

/** Without triggers, as many rows in each: of a bitácora a titular has seventy, of messages six. */
async function fill(client: Client, total: number): Promise<void> {
  const each = `FROM (
    SELECT n, timestamptz '2026-01-01T00:00:00Z' + n * interval '1 second' AS at, gen_random_uuid() AS id,
           ('00000000-0000-7000-9000-' || lpad((n / 50)::text, 12, '0'))::uuid AS titular, 'BI-2026.' || lpad((n / 20)::text, 8, '0') AS folio,
           encode(sha256(n::text::bytea), 'hex') AS hash
    FROM generate_series(1, ${total}) AS n) AS uno`;
  await client.query('SET session_replication_role = replica');
  for (const insert of [
    `bitacora (fecha, evento, actor, titular_id, folio, datos, hash) SELECT at, 'HECHO', 'SISTEMA', titular, folio,
       jsonb_build_object('tabla', 'medio_de_contacto', 'clave', id, 'sha256', hash, 'campos', left(hash, 60)), hash ${each}`,
    `bitacora_cadena (posicion, bitacora_id, hash, encadenada_en, cadena) SELECT n, n, hash, at, hash ${each}`,
    `aviso (id, titular_id, medio_id, folio, tipo, mecanismo, destino, destino_comparable, estado, creado_en, resuelto_en)
       SELECT ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, titular, id, folio, 'VALIDA_CORREO', 'CORREO_ELECTRONICO',
       n || '@correo.example', n || '@correo.example', 'ENTREGADO', at, at ${each}`,
    `intento_de_envio (id, aviso_id, numero, iniciado_en, terminado_en, aceptado, id_del_proveedor)
       SELECT id, ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 1, at, at, true, id::text ${each}`,
  ])
    await client.query(`INSERT INTO ${insert}`);
  await client.query('RESET session_replication_role');
}

async function append(client: Client, total: number): Promise<void> {
  for (let each = 0; each < VECES; each++)
    await client.query(
      "INSERT INTO bitacora (fecha, evento, actor, folio, datos) VALUES (now(), 'MEDIO_REGISTRADO', 'SISTEMA', $1, '{}')",
      [folioAt(each, total)],
    );
}

async function readFolios(client: Client, total: number): Promise<void> {
  for (let each = 0; each < VECES; each++)
    for (const tabla of ['bitacora', 'aviso'])
      await client.query(`SELECT * FROM ${tabla} WHERE folio = $1 ORDER BY id`, [folioAt(each, total)]);
}

/** All over the table, the same ones in each round. */
function folioAt(each: number, total: number): string {
  const place = Math.floor((each * total) / VECES / 20);
  return `BI-2026.${String(place).padStart(8, '0')}`;
}
