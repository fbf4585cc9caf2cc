import { randomUUID } from 'node:crypto';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { formatMedio, formatTelefono } from '#domain/medio-de-contacto/telefono.ts';
import { canActuar } from '#domain/representacion/acto.ts';
import type { ContextoDeTitular } from '#tramites/contexto.ts';
import { findCelularDeRegistrosPorValidar, findMedio } from '#tramites/medio-de-contacto/list-medios.ts';
import { countRegistros } from '#tramites/registro-patronal/list-registros.ts';
import { findSeleccion } from '#tramites/registro-patronal/mark-registros.ts';
import { countRegistrosNuevos } from '#tramites/registro-patronal/select-registros-nuevos.ts';
import { findEstadoDeActivacion } from '#tramites/solicitud/estado-de-activacion.ts';
import { Acciones, UnEnlace } from '#ui/components/boton/boton.tsx';
import { Pagina } from '#ui/components/encabezado/encabezado.tsx';
import { BotonDeVentana } from '#ui/components/ventana/ventana.tsx';
import { AvisoDeCelularValidado, AvisoDeRegistro } from '#ui/medio-de-contacto/avisos-de-medio.tsx';
import { VentanaDeCodigo } from '#ui/medio-de-contacto/ventanas-de-medio.tsx';
import { AvisoDeRegistrosNuevos, AvisoTodosDeBaja } from '#ui/registro-patronal/avisos.tsx';
import type { EstadoDeRegistros } from '#ui/registro-patronal/estado-de-registros.ts';
import { FormularioDeRegistros } from '#ui/registro-patronal/formulario-de-registros.tsx';
import { BuzonFrame } from '../../../../../_frame/buzon-frame.tsx';
import { type Busqueda, parseBusqueda } from '../../../../../_request/parse-busqueda.ts';
import { goOn, requireTitular } from '../../../../../_server/contexto.ts';
import { validateCelularAction } from '../../actions.ts';
import { PestanasDeAlcance } from '../pestanas.tsx';
import { registerMedioDeRegistrosAction, selectRegistrosNuevosAction } from './actions.ts';
import { collectLista } from './lista.ts';

export const metadata = { title: 'Medios de Contacto: nuevo de Registros Patronales' };

const RUTA = '/buzon/medios-de-contacto/nuevo/registros-patronales';

/** The form «Medio de Contacto de Registros Patronales» (guide VI, steps 3 to 17); a particular has no such page. */
export default async function MedioDeRegistros({ searchParams }: { searchParams: Busqueda }) {
  const ctx = await requireTitular('REGISTRAR_MEDIO_DE_REGISTROS');
  const busqueda = await parseBusqueda(searchParams, ['folio', 'validar', 'validado', 'seleccion', 'como']);
  const { vigentes, total } = await countRegistros(ctx);
  if (total === 0) notFound();
  const seleccionId = seleccionDe(ctx, busqueda);
  const isSinRfc = !canActuar(ctx.actor.porConducto, 'REGISTRAR_MEDIO');
  const [activacion, registrado, confirmado, celular, nuevos] = await Promise.all([
    findEstadoDeActivacion(ctx),
    busqueda.folio ? findMedio(ctx, busqueda.folio) : null,
    busqueda.validado ? findMedio(ctx, busqueda.validado) : null,
    findCelularDeRegistrosPorValidar(ctx),
    countRegistrosNuevos(ctx),
  ]);
  return (
    <BuzonFrame ctx={ctx} actual="medios" siguiente="secundario">
      <Pagina titulo="Medios de Contacto" regresar={{ href: '/buzon/medios-de-contacto' }}>
        {registrado && <AvisoDeRegistro medio={registrado} />}
        {confirmado?.estado === 'VALIDADO' && (
          <AvisoDeCelularValidado
            isFirmada={activacion.solicitud !== null}
            registros={confirmado.registros}
            acciones={<UnEnlace href="/buzon/medios-de-contacto">Ver mis medios de contacto</UnEnlace>}
          />
        )}
        {celular && (
          <Acciones>
            <BotonDeVentana campos={{ validar: celular.folio }} icono="validar">
              Validar medio de contacto
            </BotonDeVentana>
          </Acciones>
        )}
        <PestanasDeAlcance actual="registros" hasRegistros isSinRfc={isSinRfc} />
        {vigentes > 0 && !registrado && (
          <AvisoDeRegistrosNuevos medios={nuevos} agregar={selectRegistrosNuevosAction} />
        )}
        {vigentes > 0 ? (
          <FormularioDeRegistros
            key={seleccionId}
            guardar={registerMedioDeRegistrosAction}
            inicial={await begin(ctx, seleccionId, busqueda.como)}
            isSecundario={celular !== null}
          />
        ) : (
          <AvisoTodosDeBaja />
        )}
      </Pagina>
      {celular && celular.folio === busqueda.validar && (
        <VentanaDeCodigo
          validar={validateCelularAction}
          folio={celular.folio}
          celular={formatTelefono(celular.valor)}
          regresarA={RUTA}
        />
      )}
    </BuzonFrame>
  );
}

/** The selection that the address names. One that names none is given it, so that Back and a reload find what was ticked. */
function seleccionDe(ctx: ContextoDeTitular, busqueda: Record<string, string>): string {
  const seleccion = z.uuid().safeParse(busqueda.seleccion);
  if (seleccion.success) return seleccion.data;
  goOn(ctx, `${RUTA}?${new URLSearchParams({ ...busqueda, seleccion: randomUUID() })}`);
}

/** The form as it opens: empty, or with what its selection has ticked and the medio it goes with. */
async function begin(ctx: ContextoDeTitular, seleccionId: string, como?: string): Promise<EstadoDeRegistros> {
  const [elegida, medio] = await Promise.all([findSeleccion(ctx, seleccionId), como ? findMedio(ctx, como) : null]);
  return {
    paso: 'captura',
    mecanismo: medio?.mecanismo ?? '',
    valor: medio ? formatMedio(medio) : '',
    error: null,
    lista: await collectLista(ctx, { buscar: '', sinValidar: false, recorrido: [], seleccion: elegida, vez: 0 }),
  };
}
