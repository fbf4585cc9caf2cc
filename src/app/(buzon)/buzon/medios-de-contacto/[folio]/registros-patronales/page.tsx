import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { parseFolio } from '#domain/folio.ts';
import { isBajaDeRegistros, listRegistrosDeMedio } from '#tramites/medio-de-contacto/list-registros-de-medio.ts';
import { Encabezado } from '#ui/components/encabezado/encabezado.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import {
  AvisoDeBajaDeRegistro,
  ResumenDeMedioDeRegistros,
  TablaDeRegistrosDeMedio,
  VentanaDeBajaDeRegistro,
} from '#ui/registro-patronal/registros-de-medio.tsx';
import { requireTitular } from '../../../../../_server/contexto.ts';
import { MarcoDelBuzon } from '../../../../../_server/marco-del-buzon.tsx';
import { quitarRegistro } from './actions.ts';

export const metadata: Metadata = { title: 'Registros Patronales de un medio de contacto' };

interface Busqueda {
  despues?: string;
  eliminar?: string;
  baja?: string;
  error?: string;
}
interface Props {
  params: Promise<{ folio: string }>;
  searchParams: Promise<Busqueda>;
}

/** The registros patronales that a medio covers, each of which may be taken off it (guide VI, step 19). */
export default async function RegistrosDeMedio({ params, searchParams }: Props) {
  const ctx = await requireTitular();
  const folio = parseFolio((await params).folio);
  const { despues, eliminar, baja, error } = await searchParams;
  const medio = folio.ok ? await listRegistrosDeMedio(ctx, folio.value, (despues ?? '').slice(0, 11)) : null;
  if (!medio) notFound();
  const isBaja = baja !== undefined && (await isBajaDeRegistros(ctx, medio.folio, baja));
  const isActivo = medio.estado === 'EN_PROCESO' || medio.estado === 'VALIDADO';
  const porQuitar = medio.alcances.find(({ numero, fechaDeBaja }) => numero === eliminar && !fechaDeBaja);
  return (
    <MarcoDelBuzon ctx={ctx} actual="medios">
      <Pila espacio="amplia">
        <Encabezado
          titulo="Registros Patronales del medio de contacto"
          regresar={{ href: '/buzon/medios-de-contacto' }}
        />
        <AvisoDeBajaDeRegistro folio={isBaja ? baja : undefined} error={error} />
        <ResumenDeMedioDeRegistros medio={medio} />
        <TablaDeRegistrosDeMedio medio={medio} isActivo={isActivo} despues={despues} />
      </Pila>
      {isActivo && porQuitar && (
        <VentanaDeBajaDeRegistro medio={medio} numero={porQuitar.numero} quitar={quitarRegistro} />
      )}
    </MarcoDelBuzon>
  );
}
