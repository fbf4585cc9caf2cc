import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { answerWithoutScripts } from '#server/response.ts';
import { BarraDeSesion } from '#ui/components/barra-de-sesion/barra-de-sesion.tsx';
import { FormulariosDe } from '#ui/components/formulario/formulario.tsx';
import { Marco } from '#ui/components/marco/marco.tsx';
import { contextoDeSoporte, contextoDeTitular } from '../_server/contexto.ts';
import { marcaDe } from '../_server/marca.ts';
import { root } from '../_server/root.ts';

/** In which nothing can be done, but to read and to go elsewhere. */
const DE_LECTURA = ['/', '/ayuda', '/accesibilidad', '/aviso-de-privacidad', '/registro'];

/**
 * The frame of the pages that anyone may read, also where the database cannot be asked. Whoever is signed in sees so, goes back
 * from there and may leave.
 */
export async function PublicoFrame({ children }: { children: ReactNode }) {
  const ctx = (await contextoDeTitular().catch(() => null)) ?? (await contextoDeSoporte().catch(() => null));
  if (!ctx) {
    const [ruta = ''] = (await headers()).get('x-buzon-ruta')?.split('?') ?? [];
    if (DE_LECTURA.includes(ruta)) answerWithoutScripts();
    return <Marco demo={root().esDemo}>{children}</Marco>;
  }
  const { tipo, rfc, nombre } = ctx.actor;
  const [clave, texto, href] =
    tipo === 'TITULAR' ? [rfc, 'Ir a mi Buzón', '/buzon'] : ['Soporte', 'Ir a la consola', '/soporte'];
  // Where an e.firma is typed no form may be sent (proxy.ts).
  const canSend = !(await headers()).get('content-security-policy')?.includes("form-action 'none'");
  return (
    <FormulariosDe marca={marcaDe(ctx.actor)}>
      <Marco
        demo={root().esDemo}
        barra={
          <BarraDeSesion
            nombre="Tu sesión"
            entradas={[['inicio', { icono: 'inicio', texto, href }]]}
            quien={{ clave, nombre }}
            canSend={canSend}
          />
        }
      >
        {children}
      </Marco>
    </FormulariosDe>
  );
}
