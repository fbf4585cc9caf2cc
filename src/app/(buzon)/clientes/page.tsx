import { listClientes } from '#tramites/representacion/list-clientes.ts';
import { findRepresentacion } from '#tramites/vigencia/find-representacion.ts';
import { Acciones, Boton, UnEnlace } from '#ui/components/boton/boton.tsx';
import { CampoDeTexto } from '#ui/components/campo/campo.tsx';
import { Pagina } from '#ui/components/encabezado/encabezado.tsx';
import { Icono } from '#ui/components/icono/icono.tsx';
import { Paginas } from '#ui/components/paginas/paginas.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import { AvisoDePropuestas, AvisoDeRepresentacionCerrada } from '#ui/representacion/avisos.tsx';
import { TablaDeClientes } from '#ui/representacion/tabla-de-representaciones.tsx';
import { BuzonFrame } from '../../_frame/buzon-frame.tsx';
import { type Busqueda, parseBusqueda } from '../../_request/parse-busqueda.ts';
import { requireTitular } from '../../_server/contexto.ts';
import { endRepresentacionAction } from '../buzon/representantes/actions.ts';

export const metadata = { title: 'A quién represento' };

/** For whom the person signed in was named, and who proposes it: what needs attention first. */
export default async function Clientes({ searchParams }: { searchParams: Busqueda }) {
  const ctx = await requireTitular('REPRESENTAR');
  const { buscar = '', despuesDe, cerrada } = await parseBusqueda(searchParams, ['buscar', 'despuesDe', 'cerrada']);
  const { filas, siguiente } = await listClientes(ctx, { buscar, despuesDe });
  const designacion = cerrada ? await findRepresentacion(ctx.db, ctx, cerrada) : null;
  const con = (mas: Record<string, string>) => `?${new URLSearchParams({ ...(buscar && { buscar }), ...mas })}`;
  return (
    <BuzonFrame ctx={ctx} siguiente="secundario">
      <Pagina
        titulo="A quién represento"
        regresar={{ href: '/buzon' }}
        entradilla="Quienes te nombraron o te proponen su representante, primero lo que pide atención. Con «Actuar por» pasas al Buzón de quien elijas, con tu propia e.firma y sólo para lo que te permitió."
      >
        {cerrada && <AvisoDeRepresentacionCerrada designacion={designacion} />}
        <AvisoDePropuestas representaciones={filas} terminar={endRepresentacionAction} />
        <UnEnlace href="/clientes/pedir" icono="nuevo" variante="principal">
          Pedir ser representante
        </UnEnlace>
        <form method="get">
          <Pila>
            <CampoDeTexto
              id="buscar"
              type="search"
              etiqueta="Buscar por RFC o nombre"
              maxLength={100}
              defaultValue={buscar}
            />
            <Acciones>
              <Boton variante="secundario">Buscar</Boton>
            </Acciones>
          </Pila>
        </form>
        <TablaDeClientes filas={filas} />
        {filas.length > 0 && (
          <p>
            <a href={`/clientes/clientes.csv${con({})}`}>
              <Icono nombre="descargar" /> Descargar la lista en CSV
            </a>
          </p>
        )}
        <Paginas
          nombre="Páginas de a quién represento"
          siguiente={siguiente && con({ despuesDe: siguiente })}
          primera={despuesDe === undefined ? null : con({})}
        />
      </Pagina>
    </BuzonFrame>
  );
}
