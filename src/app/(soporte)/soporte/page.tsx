import type { Metadata } from 'next';
import { z } from 'zod';
import { type BusquedaHecha, runBusqueda } from '#tramites/soporte/run-busqueda.ts';
import { Aviso } from '#ui/components/aviso/aviso.tsx';
import { Encabezado } from '#ui/components/encabezado/encabezado.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import { AvisoDeOtraSesion } from '#ui/sesion/otra-sesion.tsx';
import { FormularioDeBusqueda } from '#ui/soporte/formulario-de-busqueda.tsx';
import { HallazgosDeBusqueda } from '#ui/soporte/hallazgos.tsx';
import { mensajeDeConsulta } from '#wording/mensajes/mensajes-soporte.ts';
import { SoporteFrame } from '../../_frame/soporte-frame.tsx';
import { type Busqueda, parseBusqueda } from '../../_request/parse-busqueda.ts';
import { requireSoporte } from '../../_server/contexto.ts';
import { storeBusquedaAction } from './actions.ts';

export const metadata: Metadata = { title: 'Soporte' };

const texto = z.string().max(80).optional().catch(undefined);
const busquedaSchema = z.object({
  sin: texto,
  sesion: texto,
  busqueda: z.uuid().optional().catch(undefined),
  despues: texto,
  error: texto,
});
type Pedido = z.infer<typeof busquedaSchema>;

/** The console of the support staff: one box, and what it finds, covered. */
export default async function Soporte({ searchParams }: { searchParams: Busqueda }) {
  const ctx = await requireSoporte('CONSULTAR');
  const busqueda = busquedaSchema.parse(
    await parseBusqueda(searchParams, ['sin', 'sesion', 'busqueda', 'despues', 'error']),
  );
  const hecha = busqueda.busqueda ? await runBusqueda(ctx, busqueda.busqueda, busqueda.despues ?? null) : null;
  return (
    <SoporteFrame ctx={ctx} actual="buscar">
      <Pila espacio="amplia">
        <Encabezado titulo="Soporte" />
        {busqueda.sesion === 'otra' && <AvisoDeOtraSesion quien={ctx.actor} />}
        <Novedad busqueda={busqueda} isPerdida={busqueda.busqueda !== undefined && hecha === null} />
        <FormularioDeBusqueda
          key={busqueda.busqueda}
          buscar={storeBusquedaAction}
          consulta={hecha?.consulta}
          error={errorOf(busqueda, hecha)}
        />
        {hecha?.hallazgos.ok && (
          <HallazgosDeBusqueda
            {...hecha.hallazgos.value}
            isPrimera={busqueda.despues === undefined}
            direccion={`/soporte?busqueda=${busqueda.busqueda}`}
          />
        )}
      </Pila>
    </SoporteFrame>
  );
}

function errorOf({ error }: Pedido, hecha: BusquedaHecha | null): string | undefined {
  return hecha && !hecha.hallazgos.ok ? mensajeDeConsulta(hecha.hallazgos.error) : mensajeDeConsulta(error);
}

function Novedad({ busqueda, isPerdida }: { busqueda: Pedido; isPerdida: boolean }) {
  if (busqueda.sin === 'permiso')
    return (
      <Aviso tipo="error">Tu rol no incluye esa función. Si la necesitas, pídela a quien supervisa el soporte.</Aviso>
    );
  if (!isPerdida) return null;
  return (
    <Aviso tipo="nota">
      Esa búsqueda ya no está: se guardan una hora y sólo para quien las hizo. Escríbela de nuevo.
    </Aviso>
  );
}
