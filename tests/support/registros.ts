import { randomUUID } from 'node:crypto';
import type { Mecanismo } from '#domain/medio-de-contacto/mecanismo.ts';
import {
  checkMedioDeRegistros,
  registerMedioDeRegistros,
} from '#tramites/medio-de-contacto/register-medio-de-registros.ts';
import { markRegistros } from '#tramites/registro-patronal/mark-registros.ts';
import type { Titular } from './escenario.ts';

/** A selection of registros, as a form makes it: all, or those that are named. */
export async function select({ ctx }: Titular, numeros: string[] | 'todos'): Promise<string> {
  const todos = numeros === 'todos';
  const elegidos = todos ? [] : numeros;
  const { seleccionId } = await markRegistros(ctx, {
    seleccionId: randomUUID(),
    todos,
    visibles: elegidos,
    marcados: elegidos,
    isAlDia: !todos,
  });
  return seleccionId;
}

/** From the form to «Aceptar»: what the window would ask about is what is accepted. */
export async function registerForRegistros(
  titular: Titular,
  valor: string,
  numeros: string[] | 'todos',
  { sinNuevaValidacion = false } = {},
) {
  const mecanismo: Mecanismo = valor.includes('@') ? 'CORREO_ELECTRONICO' : 'TELEFONO';
  const seleccionId = await select(titular, numeros);
  const checked = await checkMedioDeRegistros(titular.ctx, { mecanismo, valor, seleccionId });
  if (!checked.ok) return checked;
  return registerMedioDeRegistros(titular.ctx, {
    mecanismo,
    valor,
    seleccionId,
    sha256: checked.value.cupo.sha256,
    sinNuevaValidacion,
    peticionId: randomUUID(),
  });
}
