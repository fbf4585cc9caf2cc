import type { Metadata } from 'next';
import { parseFolio } from '#domain/folio.ts';
import { listRegistrosDeFolio } from '#tramites/soporte/list-registros-de-folio.ts';
import { Encabezado } from '#ui/components/encabezado/encabezado.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import { TablaDeRegistrosDeSoporte } from '#ui/soporte/tabla-de-registros-de-soporte.tsx';
import { FolioNotFound } from '../../../../../_frame/folio-not-found.tsx';
import { NotFound } from '../../../../../_frame/not-found.tsx';
import { SoporteFrame } from '../../../../../_frame/soporte-frame.tsx';
import { type Busqueda, parseBusqueda } from '../../../../../_request/parse-busqueda.ts';
import { requireSoporte } from '../../../../../_server/contexto.ts';

export const metadata: Metadata = { title: 'Registros Patronales de un folio' };

type Props = { params: Promise<{ folio: string }>; searchParams: Busqueda };

/** The registros patronales that a folio is about, page by page. */
export default async function RegistrosDeFolio({ params, searchParams }: Props) {
  const ctx = await requireSoporte('CONSULTAR');
  const folio = parseFolio((await params).folio);
  const despues = (await parseBusqueda(searchParams, ['despues'])).despues?.slice(0, 11) ?? '';
  const pagina = folio.ok ? await listRegistrosDeFolio(ctx, folio.value, despues) : null;
  if (!folio.ok || !pagina)
    return (
      <NotFound>
        <FolioNotFound />
      </NotFound>
    );
  const { filas, hasMas } = pagina;
  const last = filas.at(-1);
  return (
    <SoporteFrame ctx={ctx} actual="buscar">
      <Pila espacio="amplia">
        <Encabezado
          titulo="Registros Patronales"
          entradilla={`Los del folio ${folio.value}.`}
          regresar={{ href: `/soporte/folios/${folio.value}` }}
        />
        <TablaDeRegistrosDeSoporte
          filas={filas}
          siguiente={hasMas && last ? `?despues=${last.numero}` : null}
          primera={despues ? '?' : null}
        />
      </Pila>
    </SoporteFrame>
  );
}
