import type { ReactNode } from 'react';
import { INACTIVIDAD_MAXIMA_MINUTOS } from '#domain/sesion/duracion.ts';
import type { ContextoDeTitular } from '#tramites/contexto.ts';
import { BarraDelBuzon, type SeccionDelBuzon } from '#ui/components/barra-del-buzon/barra-del-buzon.tsx';
import { FormulariosDe } from '#ui/components/formulario/formulario.tsx';
import { Marco } from '#ui/components/marco/marco.tsx';
import { AvisoDeInactividad } from '#ui/sesion/aviso-de-inactividad.tsx';
import { mensajeDeOtraSesion } from '#ui/sesion/otra-sesion.tsx';
import { contextoDeTitular } from '../_server/contexto.ts';
import { findOtraSesion } from '../_server/formulario.ts';
import { marcaDe } from '../_server/marca.ts';
import { root } from '../_server/root.ts';

/** The frame of the pages of the Buzón: top bar, who is signed in, «Salir», and the warning before the session ends. */
export function BuzonFrame({ ctx, actual, children }: Props) {
  const marca = marcaDe(ctx.actor);
  return (
    <FormulariosDe marca={marca}>
      <Marco demo={root().esDemo} barra={<BarraDelBuzon actual={actual} titular={ctx.actor} />}>
        {children}
        <AvisoDeInactividad minutos={INACTIVIDAD_MAXIMA_MINUTOS} seguir={keepSesionAction.bind(null, marca)} />
      </Marco>
    </FormulariosDe>
  );
}
interface Props {
  ctx: ContextoDeTitular;
  actual?: SeccionDelBuzon;
  children: ReactNode;
}

/** «Seguir en la sesión»: asking for the session is its activity. False when it had ended; whose it is now, if another's. */
async function keepSesionAction(marca: string): Promise<boolean | string> {
  'use server';
  const otra = await findOtraSesion(marca);
  return otra ? mensajeDeOtraSesion(otra) : (await contextoDeTitular()) !== null;
}
