import type { Metadata } from 'next';
import { formatTelefono } from '#domain/medio-de-contacto/telefono.ts';
import { countRegistrosNuevos } from '#tramites/medio-de-contacto/count-registros-nuevos.ts';
import { listMedios } from '#tramites/medio-de-contacto/list-medios.ts';
import { checkRemoval } from '#tramites/medio-de-contacto/remove-medio-de-contacto.ts';
import { findEstadoDeActivacion } from '#tramites/solicitud/estado-de-activacion.ts';
import { Acciones, BotonEnlace } from '#ui/components/boton/boton.tsx';
import { Encabezado } from '#ui/components/encabezado/encabezado.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import { Progreso } from '#ui/components/progreso/progreso.tsx';
import { Saludo } from '#ui/medio-de-contacto/saludo.tsx';
import { TablaDeMedios } from '#ui/medio-de-contacto/tabla-de-medios.tsx';
import { VentanaDeBaja } from '#ui/medio-de-contacto/ventana-de-baja.tsx';
import { VentanaDeCodigo } from '#ui/medio-de-contacto/ventana-de-codigo.tsx';
import { AvisoDeRegistrosNuevos } from '#ui/registro-patronal/avisos.tsx';
import { BuzonFrame } from '../../../_frame/buzon-frame.tsx';
import { type Busqueda, parseBusqueda } from '../../../_request/parse-busqueda.ts';
import { requireTitular } from '../../../_server/contexto.ts';
import { removeMedioDeContactoAction, resendMensajeAction, validateCelularAction } from './actions.ts';
import { Novedad } from './novedad.tsx';
import { selectRegistrosNuevosAction } from './nuevo/registros-patronales/actions.ts';

export const metadata: Metadata = { title: 'Mis medios de contacto' };

/** The table of medios (guide V, steps 10, 14, 18 and 19); its windows are addresses of the same page. */
export default async function MediosDeContacto({ searchParams }: { searchParams: Busqueda }) {
  const ctx = await requireTitular();
  const busqueda = await parseBusqueda(searchParams, [
    'validar',
    'validado',
    'reenviado',
    'eliminar',
    'eliminado',
    'error',
    'segundos',
  ]);
  const [medios, activacion, nuevos, porEliminar] = await Promise.all([
    listMedios(ctx),
    findEstadoDeActivacion(ctx),
    countRegistrosNuevos(ctx),
    busqueda.eliminar ? checkRemoval(ctx, busqueda.eliminar) : null,
  ]);
  const porValidar = medios.find(({ folio, estado }) => folio === busqueda.validar && estado === 'EN_PROCESO');
  return (
    <BuzonFrame ctx={ctx} actual="medios">
      <Pila espacio="amplia">
        <Encabezado titulo="Medios de Contacto" entradilla={<Saludo isPatron={activacion.isPatron} />} />
        <Novedad busqueda={busqueda} medios={medios} isFirmada={activacion.solicitud !== null} now={ctx.now()} />
        <Progreso pasoActual={activacion.avance.paso} falta={activacion.avance.falta} />
        <AvisoDeRegistrosNuevos medios={nuevos} agregar={selectRegistrosNuevosAction} />
        <Acciones>
          <BotonEnlace href="/buzon/medios-de-contacto/nuevo" icono="nuevo">
            Nuevo medio de contacto
          </BotonEnlace>
        </Acciones>
        <TablaDeMedios medios={medios} now={ctx.now()} reenviar={resendMensajeAction} />
      </Pila>
      {porValidar?.mecanismo === 'TELEFONO' && (
        <VentanaDeCodigo
          validar={validateCelularAction}
          folio={porValidar.folio}
          celular={formatTelefono(porValidar.valor)}
          regresarA="/buzon/medios-de-contacto"
        />
      )}
      {porEliminar && <VentanaDeBaja medio={porEliminar} eliminar={removeMedioDeContactoAction} />}
    </BuzonFrame>
  );
}
