import type { ReactNode } from 'react';
import { INACTIVIDAD_MAXIMA_MINUTOS } from '#domain/sesion/duracion.ts';
import type { ContextoDeSoporte } from '#tramites/contexto.ts';
import { BarraDeSoporte, type SeccionDeSoporte } from '#ui/components/barra-de-sesion/barra-de-sesion.tsx';
import { FormulariosDe } from '#ui/components/formulario/formulario.tsx';
import { Marco } from '#ui/components/marco/marco.tsx';
import { AvisoDeInactividad } from '#ui/sesion/aviso-de-inactividad.tsx';
import { mensajeDeOtraSesion } from '#ui/sesion/otra-sesion.tsx';
import { AtajoDeBusqueda } from '#ui/soporte/atajo-de-busqueda.tsx';
import { contextoDeSoporte, rutaParaIngresar } from '../_server/contexto.ts';
import { findOtraSesion } from '../_server/formulario.ts';
import { marcaDe } from '../_server/marca.ts';
import { root } from '../_server/root.ts';

/** The frame of the console's pages: top bar, who is signed in, «Salir», and the warning before the session ends. */
export async function SoporteFrame({ ctx, actual, children }: Props) {
  const marca = marcaDe(ctx.actor);
  return (
    <FormulariosDe marca={marca}>
      <Marco demo={root().esDemo} barra={<BarraDeSoporte actual={actual} miembro={ctx.actor} />}>
        {children}
        <AtajoDeBusqueda />
        <AvisoDeInactividad
          minutos={INACTIVIDAD_MAXIMA_MINUTOS}
          seguir={keepSesionDeSoporteAction.bind(null, marca)}
          ingresar={await rutaParaIngresar('/soporte/ingresar')}
        />
      </Marco>
    </FormulariosDe>
  );
}
interface Props {
  ctx: ContextoDeSoporte;
  actual?: SeccionDeSoporte;
  children: ReactNode;
}

/** «Seguir en la sesión»: asking for the session is its activity. False when it had ended; whose it is now, if another's. */
async function keepSesionDeSoporteAction(marca: string): Promise<boolean | string> {
  'use server';
  const otra = await findOtraSesion(marca);
  return otra ? mensajeDeOtraSesion(otra) : (await contextoDeSoporte()) !== null;
}
