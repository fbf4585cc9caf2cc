import { randomUUID } from 'node:crypto';
import { formatMedio } from '#domain/medio-de-contacto/telefono.ts';
import type { SiguientePaso } from '#domain/solicitud/siguiente-paso.ts';
import type { ContextoDeTitular } from '#tramites/contexto.ts';
import { findCorreoDeLaEfirma } from '#tramites/medio-de-contacto/list-medios.ts';
import { FormularioDeMedio } from '#ui/medio-de-contacto/formulario-de-medio.tsx';
import { registerMediosDeContactoAction } from './actions.ts';

/** While something is missing for the RFC: the form that asks for all of it at once. */
export async function RegistroCorto({ ctx, siguiente }: { ctx: ContextoDeTitular; siguiente: SiguientePaso }) {
  if (siguiente.tipo !== 'REGISTRAR') return null;
  const { faltan, cancelados } = siguiente;
  return (
    <FormularioDeMedio
      guardar={registerMediosDeContactoAction}
      faltan={faltan}
      cancelados={cancelados.map((medio) => ({ mecanismo: medio.mecanismo, mostrado: formatMedio(medio) }))}
      correo={faltan.includes('CORREO_ELECTRONICO') ? await findCorreoDeLaEfirma(ctx) : null}
      peticionId={cancelados.map(() => randomUUID()).join(' ')}
    />
  );
}
