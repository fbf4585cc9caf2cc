import type { ReactNode } from 'react';
import { actoDe, canActuar } from '#domain/representacion/acto.ts';
import { INACTIVIDAD_MAXIMA_MINUTOS } from '#domain/sesion/duracion.ts';
import type { ContextoDeTitular } from '#tramites/contexto.ts';
import { findEstadoDeActivacion } from '#tramites/solicitud/estado-de-activacion.ts';
import { BarraDelBuzon, type SeccionDelBuzon } from '#ui/components/barra-de-sesion/barra-de-sesion.tsx';
import { EnBuzonDe } from '#ui/components/enlace/enlace.tsx';
import { FormulariosDe } from '#ui/components/formulario/formulario.tsx';
import { Marco } from '#ui/components/marco/marco.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import { Progreso } from '#ui/components/progreso/progreso.tsx';
import { AvisoDeInactividad } from '#ui/sesion/aviso-de-inactividad.tsx';
import { mensajeDeOtraSesion } from '#ui/sesion/otra-sesion.tsx';
import { BotonDelSiguientePaso } from '#ui/solicitud/boton-del-siguiente-paso.tsx';
import { baseDe, contextoDeTitular, rutaParaIngresar } from '../_server/contexto.ts';
import { findOtraSesion } from '../_server/formulario.ts';
import { marcaDe } from '../_server/marca.ts';
import { root } from '../_server/root.ts';

/** The frame of the pages of the Buzón: whose it is and who is signed in, «Salir», what to do now, and the warning before the session ends. */
export async function BuzonFrame({ ctx, actual, siguiente = 'principal', children }: Props) {
  const marca = marcaDe(ctx.actor);
  const { poderes, registrosPatronales } = ctx.actor.porConducto ?? {};
  const facultades = poderes && registrosPatronales && { poderes, registrosPatronales };
  return (
    <EnBuzonDe base={baseDe(ctx)} facultades={facultades}>
      <FormulariosDe marca={marca}>
        <Marco demo={root().esDemo} barra={<BarraDelBuzon actual={actual} titular={ctx.actor} />}>
          <Pila espacio="amplia">
            {siguiente !== 'en-la-pagina' && <Siguiente ctx={ctx} secundario={siguiente === 'secundario'} />}
            {children}
          </Pila>
          <AvisoDeInactividad
            minutos={INACTIVIDAD_MAXIMA_MINUTOS}
            seguir={keepSesionAction.bind(null, marca)}
            ingresar={await rutaParaIngresar('/ingresar')}
          />
        </Marco>
      </FormulariosDe>
    </EnBuzonDe>
  );
}
interface Props {
  ctx: ContextoDeTitular;
  actual?: SeccionDelBuzon;
  /** What the titular has to do now: above the page, as its main button unless it has its own, or where the page says. */
  siguiente?: 'principal' | 'secundario' | 'en-la-pagina';
  children: ReactNode;
}

async function Siguiente({ ctx, secundario }: { ctx: ContextoDeTitular; secundario: boolean }) {
  const { avance, siguiente } = await findEstadoDeActivacion(ctx);
  if (siguiente.tipo === 'DESCARGAR_ACUSE' || !canActuar(ctx.actor.porConducto, actoDe(siguiente))) return null;
  return (
    <Progreso falta={avance.falta}>
      <BotonDelSiguientePaso paso={siguiente} secundario={secundario} />
    </Progreso>
  );
}

/** «Seguir en la sesión»: asking for the session is its activity. False when it had ended; whose it is now, if another's. */
async function keepSesionAction(marca: string): Promise<boolean | string> {
  'use server';
  const otra = await findOtraSesion(marca);
  return otra ? mensajeDeOtraSesion(otra) : (await contextoDeTitular()) !== null;
}
