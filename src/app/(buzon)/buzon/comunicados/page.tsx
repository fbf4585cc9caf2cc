import { z } from 'zod';
import { listComunicados } from '#tramites/aviso/list-comunicados.ts';
import { Pagina } from '#ui/components/encabezado/encabezado.tsx';
import { Paginas } from '#ui/components/paginas/paginas.tsx';
import { TablaDeComunicados } from '#ui/comunicado/tabla-de-comunicados.tsx';
import { BuzonFrame } from '../../../_frame/buzon-frame.tsx';
import { type Busqueda, parseBusqueda } from '../../../_request/parse-busqueda.ts';
import { requireTitular } from '../../../_server/contexto.ts';
import { root } from '../../../_server/root.ts';

export const metadata = { title: 'Mis comunicados' };

/** Every message to the titular's medios de contacto: when, to which, what it said and what became of it. */
export default async function Comunicados({ searchParams }: { searchParams: Busqueda }) {
  const ctx = await requireTitular('VER_COMUNICADOS');
  const antes = z.uuid().safeParse((await parseBusqueda(searchParams, ['antes'])).antes).data ?? null;
  const { comunicados, siguiente } = await listComunicados({ ...ctx, esDemo: root().esDemo }, antes);
  return (
    <BuzonFrame ctx={ctx} actual="comunicados">
      <Pagina
        titulo="Mis comunicados"
        regresar={{ href: '/buzon' }}
        entradilla="Los mensajes que este portal envió a tus medios de contacto, del más reciente al más antiguo. Los códigos y los enlaces van cubiertos."
      >
        <TablaDeComunicados comunicados={comunicados} isPrimera={antes === null} />
        <Paginas
          nombre="Páginas de comunicados"
          siguiente={siguiente && `/buzon/comunicados?antes=${siguiente}`}
          primera={antes && '/buzon/comunicados'}
        />
      </Pagina>
    </BuzonFrame>
  );
}
