import type { Mecanismo } from '#domain/medio-de-contacto/mecanismo.ts';
import { parseMedio } from '#domain/medio-de-contacto/medio.ts';
import type { RegistroSinCupo } from '#domain/medio-de-contacto/sin-cupo.ts';
import type { ContextoDeTitular } from '#tramites/contexto.ts';
import { duenoDeSeleccion } from '#tramites/vigencia/alcance.ts';

/** By the rule of `registros_para_medio`. Null when what was typed is no medio. */
export async function listRegistrosSinCupo(
  ctx: ContextoDeTitular,
  { mecanismo, valor, seleccionId }: { mecanismo: Mecanismo; valor: string; seleccionId: string },
): Promise<RegistroSinCupo[] | null> {
  const medio = parseMedio(mecanismo, valor);
  if (!medio.ok) return null;
  const { sesionId, representacionId } = duenoDeSeleccion(ctx);
  return ctx.db.$queryRaw<RegistroSinCupo[]>`
    SELECT r.numero, r.subdelegacion, cupo.motivo
    FROM registros_para_medio(
      (SELECT id FROM seleccion_de_registros WHERE id = ${seleccionId}::uuid AND sesion_id = ${sesionId}::uuid
        AND representacion_id IS NOT DISTINCT FROM ${representacionId}::uuid),
      ${mecanismo}::"Mecanismo", ${medio.value.valorComparable}) AS cupo
    JOIN registro_patronal r ON r.id = cupo.id
    WHERE cupo.motivo IS NOT NULL ORDER BY r.numero`;
}
