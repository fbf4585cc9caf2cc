import { diaEnCentro } from '#domain/dia.ts';
import { ultimoDia } from '#domain/representacion/propuesta.ts';
import type { ContextoDeTitular } from '#tramites/contexto.ts';
import { listPeticiones } from '#tramites/representacion/list-peticiones.ts';
import { listRepresentaciones } from '#tramites/representacion/list-representaciones.ts';
import { Aviso } from '#ui/components/aviso/aviso.tsx';
import { Acciones, BotonEnlace } from '#ui/components/boton/boton.tsx';
import { ConAyuda, Pagina } from '#ui/components/encabezado/encabezado.tsx';
import { Paginas } from '#ui/components/paginas/paginas.tsx';
import { Seccion } from '#ui/components/seccion/seccion.tsx';
import { VentanaDeFormulario } from '#ui/components/ventana/ventana.tsx';
import { FormularioDePropuesta } from '#ui/representacion/formularios.tsx';
import { AvisoDePeticiones } from '#ui/representacion/peticiones.tsx';
import { TablaDeRepresentantes } from '#ui/representacion/tabla-de-representaciones.tsx';
import { BuzonFrame } from '../../../_frame/buzon-frame.tsx';
import { type Busqueda, parseBusqueda } from '../../../_request/parse-busqueda.ts';
import { requireTitular } from '../../../_server/contexto.ts';
import { closePeticionAction, endAllRepresentacionesAction, proposeRepresentacionAction } from './actions.ts';

export const metadata = { title: 'Representantes' };

const AQUI = '/buzon/representantes';
const HECHOS = ['enviada', 'rechazada', 'terminadas'] as const;

/** Whom the titular has named, and the ways to name one and to end all. */
export default async function Representantes({ searchParams }: { searchParams: Busqueda }) {
  const ctx = await requireTitular('NOMBRAR_REPRESENTANTE');
  const busqueda = await parseBusqueda(searchParams, [...HECHOS, 'nombrar', 'terminar', 'despuesDe', 'peticion']);
  const [{ filas, hasVivas, hasMas }, peticiones] = await Promise.all([
    listRepresentaciones(ctx, busqueda.despuesDe),
    listPeticiones(ctx),
  ]);
  const pedida = peticiones.find(({ id }) => id === busqueda.peticion);
  return (
    <BuzonFrame ctx={ctx} siguiente="secundario">
      <Pagina
        titulo="Representantes"
        regresar={{ href: '/buzon' }}
        entradilla="Nombra a una persona física, que firma con su propia e.firma: no le prestes la tuya. La designación surte efecto cuando la firman los dos, y la puedes revocar cuando quieras."
      >
        <Novedades {...busqueda} hasVivas={hasVivas} />
        <Acciones>
          <BotonEnlace
            href={`${AQUI}?nombrar=si#nombrar`}
            icono="nuevo"
            variante={busqueda.nombrar ? 'secundario' : 'principal'}
          >
            Nombrar representante
          </BotonEnlace>
          {hasVivas && (
            <BotonEnlace href={`${AQUI}?terminar=todas`} variante="secundario">
              Terminar todas
            </BotonEnlace>
          )}
        </Acciones>
        {busqueda.nombrar && <Nombrar ctx={ctx} rfc={pedida?.rfc} />}
        {!busqueda.nombrar && <AvisoDePeticiones peticiones={peticiones} cerrar={closePeticionAction} />}
        <TablaDeRepresentantes filas={filas} />
        <Paginas
          nombre="Páginas de representantes"
          siguiente={hasMas ? `?despuesDe=${filas.at(-1)?.folio}` : null}
          primera={busqueda.despuesDe === undefined ? null : '?'}
        />
      </Pagina>
      {busqueda.terminar && hasVivas && (
        <VentanaDeFormulario
          titulo="Terminar todas"
          regresarA={AQUI}
          action={endAllRepresentacionesAction}
          variante="peligro"
        >
          <p>¿Desea terminar de inmediato todas las designaciones y propuestas?</p>
        </VentanaDeFormulario>
      )}
    </BuzonFrame>
  );
}

function Nombrar({ ctx, rfc }: { ctx: ContextoDeTitular; rfc: string | undefined }) {
  return (
    <Seccion id="nombrar" titulo="Nombrar representante">
      <ConAyuda
        alFinal
        ayuda={
          <p>
            Quien nombres hará sólo lo que marques, para los registros y hasta el día que digas. Tiene 72 horas para
            responder a tu propuesta.
          </p>
        }
      >
        <FormularioDePropuesta
          proponer={proposeRepresentacionAction}
          rfc={rfc}
          ultimoDia={ultimoDia(diaEnCentro(ctx.now()))}
        />
      </ConAyuda>
    </Seccion>
  );
}

/** What was just done on this page. */
function Novedades({ enviada, rechazada, terminadas, hasVivas }: PropsDeNovedades) {
  return (
    <>
      {enviada && <Aviso tipo="exito">Se envió la propuesta. Esa persona tiene 72 horas para responder.</Aviso>}
      {rechazada && <Aviso tipo="exito">Se rechazó la petición. A quien la hizo no se le avisa.</Aviso>}
      {terminadas && !hasVivas && <Aviso tipo="exito">Se terminaron todas las designaciones.</Aviso>}
    </>
  );
}
type PropsDeNovedades = Partial<Record<(typeof HECHOS)[number], string>> & { hasVivas: boolean };
