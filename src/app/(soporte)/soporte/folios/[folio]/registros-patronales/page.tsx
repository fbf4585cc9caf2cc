import { parseFolio } from '#domain/folio.ts';
import { listRegistrosDeFolio } from '#tramites/soporte/consult-folio.ts';
import { Pagina } from '#ui/components/encabezado/encabezado.tsx';
import { TablaDeRegistrosDeSoporte } from '#ui/soporte/tabla-de-registros-de-soporte.tsx';
import { FolioNotFound } from '../../../../../_frame/not-found.tsx';
import { SoporteFrame } from '../../../../../_frame/soporte-frame.tsx';
import { type PropsDePagina, parseBusqueda } from '../../../../../_request/parse-busqueda.ts';
import { tituloDeFolio } from '../../../../../_request/titulo-de-folio.ts';
import { requireSoporte } from '../../../../../_server/contexto.ts';

export const generateMetadata = tituloDeFolio('Registros Patronales del folio');

/** The registros patronales that a folio is about, page by page. */
export default async function RegistrosDeFolio({ params, searchParams }: PropsDePagina<'folio'>) {
  const ctx = await requireSoporte('CONSULTAR');
  const folio = parseFolio((await params).folio);
  const despues = (await parseBusqueda(searchParams, ['despues'])).despues?.slice(0, 11) ?? '';
  const pagina = folio.ok ? await listRegistrosDeFolio(ctx, folio.value, despues) : null;
  if (!folio.ok || !pagina) return <FolioNotFound />;
  const { filas, hasMas } = pagina;
  const last = filas.at(-1);
  return (
    <SoporteFrame ctx={ctx} actual="buscar">
      <Pagina
        titulo={`Registros Patronales del folio ${folio.value}`}
        regresar={{ href: `/soporte/folios/${folio.value}` }}
      >
        <TablaDeRegistrosDeSoporte
          filas={filas}
          siguiente={hasMas && last ? `?despues=${last.numero}` : null}
          primera={despues ? '?' : null}
        />
      </Pagina>
    </SoporteFrame>
  );
}
