'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { storeBusqueda } from '#tramites/soporte/run-busqueda.ts';
import { allow, parseSent, requireSoporteDe } from '../../_server/formulario.ts';

const consultaSchema = z.string().max(2_000);

/** «Buscar»: what was typed stays on the server, and the address has an id that is worth nothing to anybody else. */
export async function storeBusquedaAction(formData: FormData): Promise<void> {
  const ctx = await requireSoporteDe('CONSULTAR', formData);
  const consulta = parseSent(consultaSchema, formData.get('consulta'));
  if (!(await allow('consulta', ctx))) goBack('DEMASIADAS_CONSULTAS');
  const result = await storeBusqueda(ctx, consulta);
  if (!result.ok) return goBack(result.error);
  const { value } = result;
  redirect('folio' in value ? `/soporte/folios/${value.folio}` : `/soporte?busqueda=${value.busquedaId}`);
}

function goBack(error: string): never {
  redirect(`/soporte?${new URLSearchParams({ error })}`);
}
