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
  const parsed = parseFolio((await params).folio);
  const despues = (await parseBusqueda(searchParams, ['despues'])).despues?.slice(0, 11) ?? '';
  const pagina = parsed.ok ? await listRegistrosDeFolio(ctx, parsed.value, despues) : null;
  if (!parsed.ok || !pagina) return <FolioNotFound />;
  const folio = parsed.value;
  const { filas, hasMas } = pagina;
  const siguiente = hasMas ? `?despues=${filas.at(-1)?.numero}` : null;
  return (
    <SoporteFrame ctx={ctx} actual="buscar">
      <Pagina titulo={`Registros Patronales del folio ${folio}`} regresar={{ href: `/soporte/folios/${folio}` }}>
        <TablaDeRegistrosDeSoporte filas={filas} siguiente={siguiente} primera={despues ? '?' : null} />
      </Pagina>
    </SoporteFrame>
  );
}
