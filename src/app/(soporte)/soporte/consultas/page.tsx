import type { Metadata } from 'next';
import { listConsultas } from '#tramites/soporte/list-consultas.ts';
import { listEquipo } from '#tramites/soporte/list-equipo.ts';
import { Acciones, Boton, BotonEnlace } from '#ui/components/boton/boton.tsx';
import { CampoDeSeleccion } from '#ui/components/campo/campo-de-seleccion.tsx';
import { Encabezado } from '#ui/components/encabezado/encabezado.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import { TablaDeConsultas } from '#ui/soporte/tabla-de-consultas.tsx';
import { SoporteFrame } from '../../../_frame/soporte-frame.tsx';
import { type Busqueda, parseBusqueda } from '../../../_request/parse-busqueda.ts';
import { parsePosicionDeBitacora } from '../../../_request/parse-posicion-de-bitacora.ts';
import { requireSoporte } from '../../../_server/contexto.ts';

export const metadata: Metadata = { title: 'Consultas del personal' };

/** What everybody of the staff looked at and did, for whoever supervises. */
export default async function Consultas({ searchParams }: { searchParams: Busqueda }) {
  const ctx = await requireSoporte('SUPERVISAR');
  const [{ miembro, antes }, equipo] = await Promise.all([
    parseBusqueda(searchParams, ['miembro', 'antes']),
    listEquipo(ctx),
  ]);
  const miembroId = equipo.find(({ id }) => id === miembro)?.id ?? null;
  const busqueda = { miembroId, antesDe: parsePosicionDeBitacora(antes) };
  const { consultas, siguiente } = await listConsultas(ctx, busqueda);
  const next = new URLSearchParams({ ...(miembroId && { miembro: miembroId }), antes: String(siguiente) });
  const opciones = equipo.map(({ id, nombre }) => ({ valor: id, texto: nombre }));
  return (
    <SoporteFrame ctx={ctx} actual="consultas">
      <Pila espacio="amplia">
        <Encabezado
          titulo="Consultas del personal"
          entradilla="Lo que cada persona del equipo vio, mostró, exportó, reenvió, contestó y anotó, y los roles que dio. También lo tuyo."
        />
        <form method="get">
          <Pila>
            <CampoDeSeleccion
              id="miembro"
              etiqueta="Persona"
              opciones={[{ valor: '', texto: 'Todas' }, ...opciones]}
              defaultValue={miembroId ?? ''}
            />
            <Acciones>
              <Boton variante="secundario">Filtrar</Boton>
            </Acciones>
          </Pila>
        </form>
        <TablaDeConsultas consultas={consultas} />
        {siguiente && (
          <Acciones>
            <BotonEnlace variante="secundario" href={`/soporte/consultas?${next}`}>
              Ver las anteriores
            </BotonEnlace>
          </Acciones>
        )}
      </Pila>
    </SoporteFrame>
  );
}
