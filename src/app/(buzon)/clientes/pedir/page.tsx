import { z } from 'zod';
import { canPedir } from '#domain/representacion/peticion.ts';
import { listPedidas } from '#tramites/representacion/list-peticiones.ts';
import { Aviso } from '#ui/components/aviso/aviso.tsx';
import { ConAyuda, Pagina } from '#ui/components/encabezado/encabezado.tsx';
import { Paginas } from '#ui/components/paginas/paginas.tsx';
import { FormularioDePeticiones } from '#ui/representacion/formularios.tsx';
import { TablaDePedidas } from '#ui/representacion/peticiones.tsx';
import { MENSAJES_DE_PETICION } from '#wording/mensajes/mensajes-representacion.ts';
import { BuzonFrame } from '../../../_frame/buzon-frame.tsx';
import { type Busqueda, parseBusqueda } from '../../../_request/parse-busqueda.ts';
import { requireTitular } from '../../../_server/contexto.ts';
import { requestRepresentacionesAction } from './actions.ts';

export const metadata = { title: 'Pedir ser representante' };

const idSchema = z.uuid().optional().catch(undefined);

/** Whom the person signed in has asked to name them, and the way to ask. */
export default async function Pedir({ searchParams }: { searchParams: Busqueda }) {
  const ctx = await requireTitular('REPRESENTAR');
  const busqueda = await parseBusqueda(searchParams, ['despuesDe']);
  const despuesDe = idSchema.parse(busqueda.despuesDe);
  const { filas, hasMas } = await listPedidas(ctx, despuesDe);
  return (
    <BuzonFrame ctx={ctx} siguiente="secundario">
      <Pagina titulo="Pedir ser representante" regresar={{ href: '/clientes' }}>
        {canPedir(ctx.actor.rfc) ? (
          <ConAyuda ayuda={<Ayuda />}>
            <FormularioDePeticiones pedir={requestRepresentacionesAction} />
          </ConAyuda>
        ) : (
          <Aviso tipo="informacion">{MENSAJES_DE_PETICION.PIDE_UNA_MORAL}</Aviso>
        )}
        <TablaDePedidas filas={filas} />
        <Paginas
          nombre="Páginas de peticiones"
          siguiente={hasMas ? `?despuesDe=${filas.at(-1)?.id}` : null}
          primera={despuesDe === undefined ? null : '?'}
        />
      </Pagina>
    </BuzonFrame>
  );
}

function Ayuda() {
  return (
    <>
      <p>Cada titular ve tu petición al ingresar, y te nombra si quiere. Tiene 21 días.</p>
      <p>Por su privacidad, aquí sólo se dice si te nombró: no si tiene Buzón, ni si la leyó o dijo que no.</p>
    </>
  );
}
