import { listConsultas } from '#tramites/soporte/list-consultas.ts';
import { listEquipo } from '#tramites/soporte/list-equipo.ts';
import { UnEnlace } from '#ui/components/boton/boton.tsx';
import { CampoDeSeleccion } from '#ui/components/campo/campo.tsx';
import { Pagina } from '#ui/components/encabezado/encabezado.tsx';
import { FormularioDeCampos } from '#ui/components/formulario/formulario-de-campos.tsx';
import { TablaDeConsultas } from '#ui/soporte/tabla-de-consultas.tsx';
import { SoporteFrame } from '../../../_frame/soporte-frame.tsx';
import { type Busqueda, parseBusqueda } from '../../../_request/parse-busqueda.ts';
import { parsePosicionDeBitacora } from '../../../_request/parse-posicion-de-bitacora.ts';
import { requireSoporte } from '../../../_server/contexto.ts';

export const metadata = { title: 'Consultas del personal' };

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
  const personas = Object.fromEntries(equipo.map(({ id, nombre }) => [id, nombre]));
  return (
    <SoporteFrame ctx={ctx} actual="consultas">
      <Pagina
        titulo="Consultas del personal"
        entradilla="Lo que cada persona del equipo vio, mostró, exportó, reenvió, contestó y anotó, y los roles que dio. También lo tuyo."
      >
        <FormularioDeCampos method="get" boton="Filtrar" variante="secundario">
          <CampoDeSeleccion
            id="miembro"
            etiqueta="Persona"
            opciones={{ '': 'Todas', ...personas }}
            defaultValue={miembroId ?? ''}
          />
        </FormularioDeCampos>
        <TablaDeConsultas consultas={consultas} />
        {siguiente && <UnEnlace href={`/soporte/consultas?${next}`}>Ver las anteriores</UnEnlace>}
      </Pagina>
    </SoporteFrame>
  );
}
