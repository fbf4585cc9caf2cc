import type { Metadata } from 'next';
import { formatTelefono } from '#domain/medio-de-contacto/telefono.ts';
import { findCelularPorValidar, findCorreoDeLaEfirma, findMedio } from '#tramites/medio-de-contacto/list-medios.ts';
import { findEstadoDeActivacion } from '#tramites/solicitud/estado-de-activacion.ts';
import { Acciones } from '#ui/components/boton/boton.tsx';
import { Encabezado } from '#ui/components/encabezado/encabezado.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import { Progreso } from '#ui/components/progreso/progreso.tsx';
import { AvisoDeCelularValidado } from '#ui/medio-de-contacto/aviso-de-celular-validado.tsx';
import { AvisoDeRegistro } from '#ui/medio-de-contacto/aviso-de-registro.tsx';
import { BotonDeValidar } from '#ui/medio-de-contacto/boton-de-validar.tsx';
import { FormularioDeMedio } from '#ui/medio-de-contacto/formulario-de-medio.tsx';
import { VentanaDeCodigo } from '#ui/medio-de-contacto/ventana-de-codigo.tsx';
import { BuzonFrame } from '../../../../_frame/buzon-frame.tsx';
import { type Busqueda, parseBusqueda } from '../../../../_request/parse-busqueda.ts';
import { requireTitular } from '../../../../_server/contexto.ts';
import { validateCelularAction } from '../actions.ts';
import { registerMedioDeContactoAction } from './actions.ts';
import { PestanasDeAlcance } from './pestanas.tsx';

export const metadata: Metadata = { title: 'Nuevo medio de contacto' };

const RUTA = '/buzon/medios-de-contacto/nuevo';

/** The form «Medio de Contacto de RFC» (guide V, steps 3 to 13). */
export default async function NuevoMedioDeContacto({ searchParams }: { searchParams: Busqueda }) {
  const ctx = await requireTitular();
  const { folio, validar, validado } = await parseBusqueda(searchParams, ['folio', 'validar', 'validado']);
  const [activacion, registrado, celular, confirmado, correoDeLaEfirma] = await Promise.all([
    findEstadoDeActivacion(ctx),
    folio ? findMedio(ctx, folio) : null,
    findCelularPorValidar(ctx),
    validado ? findMedio(ctx, validado) : null,
    findCorreoDeLaEfirma(ctx),
  ]);
  return (
    <BuzonFrame ctx={ctx} actual="medios">
      <Pila espacio="amplia">
        <Encabezado titulo="Medios de Contacto" regresar={{ href: '/buzon/medios-de-contacto' }} />
        {registrado && <AvisoDeRegistro medio={registrado} />}
        {confirmado?.estado === 'VALIDADO' && (
          <AvisoDeCelularValidado isFirmada={activacion.solicitud !== null} registros={confirmado.registros} />
        )}
        <Progreso pasoActual={activacion.avance.paso} falta={activacion.avance.falta} />
        {celular && (
          <Acciones>
            <BotonDeValidar folio={celular.folio} />
          </Acciones>
        )}
        <PestanasDeAlcance actual="rfc" hasRegistros={activacion.hasRegistros} />
        <FormularioDeMedio
          key={folio ?? 'nuevo'}
          guardar={registerMedioDeContactoAction}
          correoDeLaEfirma={correoDeLaEfirma}
          isSecundario={celular !== null}
        />
      </Pila>
      {celular && celular.folio === validar && (
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
