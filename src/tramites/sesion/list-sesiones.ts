import type { SesionAbierta } from '#domain/sesion/sesion-abierta.ts';
import type { ActorDeSoporte, ActorTitular, ContextoDeSoporte, ContextoDeTitular } from '#tramites/contexto.ts';
import { openSince } from './find-sesion.ts';

/** What whoever asks, of either kind, has open now; the newest first. */
export function listSesiones({ db, actor, now }: ContextoDeTitular | ContextoDeSoporte): Promise<SesionAbierta[]> {
  const { ultimaActividadEn, creadaEn } = openSince(now());
  const persona = personaDe(actor);
  return db.$queryRaw<SesionAbierta[]>`
    SELECT id, creada_en AS "creadaEn", ultima_actividad_en AS "ultimaActividadEn", serie,
           id = ${actor.sesionId}::uuid AS "isCurrent"
    FROM (SELECT s.id, creada_en, ultima_actividad_en, cerrada_en, serie
          FROM sesion AS s JOIN certificado AS c ON c.id = certificado_id WHERE s.titular_id = ${persona}::uuid
          UNION ALL SELECT id, creada_en, ultima_actividad_en, cerrada_en, serie
          FROM sesion_de_soporte WHERE miembro_id = ${persona}::uuid) AS suyas
    WHERE cerrada_en IS NULL AND ultima_actividad_en > ${ultimaActividadEn.gt} AND creada_en > ${creadaEn.gt}
    ORDER BY creada_en DESC, id DESC`;
}

/** The row of whoever acts: no titular and member share an id. */
export function personaDe(actor: ActorTitular | ActorDeSoporte): string {
  return actor.tipo === 'TITULAR' ? actor.titularId : actor.miembroId;
}
