import { randomUUID } from 'node:crypto';
import type { Mecanismo } from '#domain/medio-de-contacto/mecanismo.ts';
import { registerMedioDeContacto } from '#tramites/medio-de-contacto/register-medio-de-contacto.ts';
import type { Titular } from './escenario.ts';

/** RFCs of staff members, none of which is a titular's in these tests. */
export const RFC_DE_SOPORTE = { CONSULTA: 'LOVC900412QX8', ATENCION: 'ZAMA870623KP4', SUPERVISION: 'PEGR850101AB3' };

/** Registers a medio for the RFC of a titular; gives its folio. */
export async function registrar({ ctx }: Titular, valor: string): Promise<string> {
  const mecanismo: Mecanismo = valor.includes('@') ? 'CORREO_ELECTRONICO' : 'TELEFONO';
  const result = await registerMedioDeContacto(ctx, { mecanismo, valor, peticionId: randomUUID() });
  if (!result.ok) throw new Error(result.error);
  return result.value.folio;
}
