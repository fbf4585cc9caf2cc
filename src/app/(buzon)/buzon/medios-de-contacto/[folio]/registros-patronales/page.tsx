import { z } from 'zod';
import { parseFolio } from '#domain/folio.ts';
import { parsePrefijoDeNumero } from '#domain/registro-patronal.ts';
import { isBajaDeRegistros, listRegistrosDeMedio } from '#tramites/medio-de-contacto/list-registros-de-medio.ts';
import { Pagina } from '#ui/components/encabezado/encabezado.tsx';
import {
  AvisoDeBajaDeRegistro,
  ResumenDeMedioDeRegistros,
  VentanaDeBajaDeRegistro,
} from '#ui/registro-patronal/registros-de-medio.tsx';
import { TablaDeRegistrosDeMedio } from '#ui/registro-patronal/tabla-de-registros-de-medio.tsx';
import { BuzonFrame } from '../../../../../_frame/buzon-frame.tsx';
import { NotFound } from '../../../../../_frame/not-found.tsx';
import { type PropsDePagina, parseBusqueda } from '../../../../../_request/parse-busqueda.ts';
import { tituloDeFolio } from '../../../../../_request/titulo-de-folio.ts';
import { requireTitular } from '../../../../../_server/contexto.ts';
import { removeRegistrosDeMedioAction } from './actions.ts';

export const generateMetadata = tituloDeFolio('Registros Patronales del medio de contacto');

const numeroSchema = z.string().regex(/^[A-Z\d]{11}$/);
const parteSchema = z.object({
  buscar: z.string().max(20).optional().catch(undefined),
  despues: numeroSchema.optional().catch(undefined),
});

/** The registros patronales that a medio covers, each of which may be taken off it (guide VI, step 19). */
export default async function RegistrosDeMedio({ params, searchParams }: PropsDePagina<'folio'>) {
  const ctx = await requireTitular('VER_MEDIOS');
  const folio = parseFolio((await params).folio);
  const busqueda = await parseBusqueda(searchParams, ['eliminar', 'baja', 'error', 'buscar', 'despues']);
  const { eliminar, baja, error } = busqueda;
  const parte = parteSchema.parse(busqueda);
  const pagina = { prefijo: parsePrefijoDeNumero(parte.buscar ?? ''), despuesDe: parte.despues ?? '' };
  const medio = folio.ok ? await listRegistrosDeMedio(ctx, folio.value, pagina) : null;
  if (!medio) return <NotFound />;
  const isBaja = baja !== undefined && (await isBajaDeRegistros(ctx, medio.folio, baja));
  const isActivo = medio.estado === 'EN_PROCESO' || medio.estado === 'VALIDADO';
  const porQuitar = medio.alcances.find(({ numero, fechaDeBaja }) => numero === eliminar && !fechaDeBaja);
  return (
    <BuzonFrame ctx={ctx} actual="medios" siguiente="secundario">
      <Pagina titulo="Registros Patronales del medio de contacto" regresar={{ href: '/buzon/medios-de-contacto' }}>
        <AvisoDeBajaDeRegistro folio={isBaja ? baja : undefined} error={error} />
        <ResumenDeMedioDeRegistros medio={medio} />
        <TablaDeRegistrosDeMedio alcances={medio.alcances} hasMas={medio.hasMas} isActivo={isActivo} parte={parte} />
      </Pagina>
      {isActivo && porQuitar && (
        <VentanaDeBajaDeRegistro
          medio={medio}
          numero={porQuitar.numero}
          parte={parte}
          quitar={removeRegistrosDeMedioAction}
        />
      )}
    </BuzonFrame>
  );
}
