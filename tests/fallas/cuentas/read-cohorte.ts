import type { Escena } from '../escena.ts';
import type { AvisoGuardado, Registro } from './count-cohorte.ts';

/** What the database has of these folios. */
export async function readCohorte({ query }: Escena, folios: readonly string[]) {
  const registros = await query<Registro>(
    `SELECT m.folio,
       (SELECT count(*)::int FROM medio_de_contacto o WHERE o.titular_id = m.titular_id AND o.valor = m.valor) AS medios,
       (SELECT count(*)::int FROM acuse a WHERE a.folio = m.folio AND a.tipo = 'REGISTRO') AS acuses,
       (SELECT count(*)::int FROM alcance_de_medio a WHERE a.medio_id = m.id) AS alcances,
       (SELECT count(*)::int FROM bitacora b WHERE b.folio = m.folio AND b.evento = 'MEDIO_REGISTRADO') AS apuntes,
       (SELECT count(*)::int FROM aviso a WHERE a.medio_id = m.id AND a.tipo IN ('VALIDA_CORREO', 'CODIGO_CELULAR')) AS avisos
     FROM medio_de_contacto m WHERE m.folio = ANY($1)`,
    [folios],
  );
  const avisos = await query<AvisoGuardado>(
    `SELECT a.id, a.mecanismo, a.destino, a.estado,
       (SELECT count(*)::int FROM intento_de_envio i
        WHERE i.aviso_id = a.id AND (i.quiza_entregado OR i.terminado_en IS NULL)) AS inciertos
     FROM aviso a JOIN medio_de_contacto m ON m.id = a.medio_id WHERE m.folio = ANY($1)`,
    [folios],
  );
  return { registros, avisos };
}

const UNFINISHED = `
  SELECT (SELECT count(*)::int FROM aviso WHERE estado = 'PENDIENTE') AS avisos,
         (SELECT count(*)::int FROM acuse a WHERE NOT EXISTS (SELECT FROM acuse_documento d WHERE d.acuse_id = a.id)) AS acuses`;

/** What is still to be done; what waits for its next try is brought forward, so that nobody waits for a back-off. */
export async function countUnfinished({ query }: Escena): Promise<{ avisos: number; acuses: number }> {
  await query(`UPDATE graphile_worker._private_jobs SET run_at = now()
               WHERE locked_at IS NULL AND attempts > 0 AND run_at > now()`);
  const [row] = await query<{ avisos: number; acuses: number }>(UNFINISHED);
  return row ?? { avisos: 0, acuses: 0 };
}
