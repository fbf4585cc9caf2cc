import type { Metadata } from 'next';
import { listSesiones } from '#tramites/sesion/list-sesiones.ts';
import { Aviso } from '#ui/components/aviso/aviso.tsx';
import { Acciones, Boton } from '#ui/components/boton/boton.tsx';
import { Encabezado } from '#ui/components/encabezado/encabezado.tsx';
import { Formulario } from '#ui/components/formulario/formulario.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import { TablaDeSesiones } from '#ui/sesion/tabla-de-sesiones.tsx';
import { BuzonFrame } from '../../../_frame/buzon-frame.tsx';
import { type Busqueda, parseBusqueda } from '../../../_request/parse-busqueda.ts';
import { requireTitular } from '../../../_server/contexto.ts';
import { closeOtherSesionesAction } from './actions.ts';

export const metadata: Metadata = { title: 'Mis sesiones abiertas' };

/** Where the titular is signed in, and the way to close every other session. */
export default async function Sesiones({ searchParams }: { searchParams: Busqueda }) {
  const ctx = await requireTitular();
  const [sesiones, { cerradas }] = await Promise.all([listSesiones(ctx), parseBusqueda(searchParams, ['cerradas'])]);
  return (
    <BuzonFrame ctx={ctx}>
      <Pila espacio="amplia">
        <Encabezado
          titulo="Mis sesiones abiertas"
          regresar={{ href: '/buzon' }}
          entradilla="Cada sesión termina a los 15 minutos sin actividad, y a las 8 horas en todo caso. Si no reconoces alguna, ciérrala y revisa tus medios de contacto."
        />
        {cerradas && sesiones.length === 1 && (
          <Aviso tipo="exito">Se cerraron las demás sesiones. Sólo queda abierta esta.</Aviso>
        )}
        <TablaDeSesiones sesiones={sesiones} />
        {sesiones.length > 1 && (
          <Formulario action={closeOtherSesionesAction}>
            <Acciones>
              <Boton>Cerrar las demás</Boton>
            </Acciones>
          </Formulario>
        )}
      </Pila>
    </BuzonFrame>
  );
}
