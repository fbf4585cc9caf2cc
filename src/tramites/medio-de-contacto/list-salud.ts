import type { EstadoDeEntrega } from '#domain/medio-de-contacto/estado.ts';
import type { Mecanismo } from '#domain/medio-de-contacto/mecanismo.ts';
import { type HechosDeSalud, judgeSalud } from '#domain/medio-de-contacto/salud.ts';
import type { Contexto } from '#tramites/contexto.ts';

interface MedioConHechos extends HechosDeSalud {
  titularId: string;
  folio: string;
  mecanismo: Mecanismo;
  valor: string;
  registros: number | null;
  entrega: EstadoDeEntrega | null;
  motivo: string | null;
  resueltoEn: Date | null;
}

/**
 * Every medio that these titulares have proved, and whether notices reach it. The newest notice since decides, whatever it is
 * about: one that stays accepted takes the mark of one that came back away.
 */
export async function listSalud({ db, now }: Pick<Contexto, 'db' | 'now'>, titulares: readonly string[]) {
  const medios = await db.$queryRaw<MedioConHechos[]>`
    SELECT titular_id AS "titularId", folio, mecanismo, valor, registros, estado::text, fecha_de_validacion AS "fechaDeValidacion",
      entrega::text, motivo, resuelto_en AS "resueltoEn", ajeno_en AS "ajenoEn", confirmado_en AS "confirmadoEn"
    FROM salud_de_medio WHERE titular_id = ANY (${titulares}::uuid[])
    ORDER BY fecha_de_registro DESC, folio DESC`;
  return medios.map((medio) => ({ ...medio, salud: judgeSalud(medio, now()) }));
}
