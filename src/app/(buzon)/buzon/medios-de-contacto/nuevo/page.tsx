import { randomUUID } from 'node:crypto';
import { canActuar } from '#domain/representacion/acto.ts';
import { findReemplazable } from '#tramites/medio-de-contacto/find-reemplazable.ts';
import { listMediosPorFolio } from '#tramites/medio-de-contacto/list-medios.ts';
import { findEstadoDeActivacion } from '#tramites/solicitud/estado-de-activacion.ts';
import { ConAyuda, Pagina } from '#ui/components/encabezado/encabezado.tsx';
import { Progreso } from '#ui/components/progreso/progreso.tsx';
import { AvisoDeRegistro } from '#ui/medio-de-contacto/avisos-de-medio.tsx';
import { FormularioDeMedio } from '#ui/medio-de-contacto/formulario-de-medio.tsx';
import { PorValidar } from '#ui/medio-de-contacto/por-validar.tsx';
import { AvisoDeReemplazo } from '#ui/medio-de-contacto/reemplazo.tsx';
import { BotonDelSiguientePaso } from '#ui/solicitud/boton-del-siguiente-paso.tsx';
import { BuzonFrame } from '../../../../_frame/buzon-frame.tsx';
import { type Busqueda, parseBusqueda } from '../../../../_request/parse-busqueda.ts';
import { requireTitular } from '../../../../_server/contexto.ts';
import { resendMensajeAction, validateCelularAction } from '../actions.ts';
import { Novedad } from '../novedad.tsx';
import { registerMediosDeContactoAction } from './actions.ts';
import { PestanasDeAlcance } from './pestanas.tsx';
import { RegistroCorto } from './registro-corto.tsx';

export const metadata = { title: 'Medios de Contacto: nuevo' };

const RUTA = '/buzon/medios-de-contacto/nuevo';
const DE_MEDIOS = ['folio', 'otro', 'validar', 'validado', 'reenviado', 'reemplaza'] as const;

/** The forms of the RFC (guide V, steps 3 to 13): both medios at once, what waits for its proof, and the guide's own. */
export default async function NuevoMedioDeContacto({ searchParams }: { searchParams: Busqueda }) {
  const ctx = await requireTitular('REGISTRAR_MEDIO');
  const busqueda = await parseBusqueda(searchParams, [...DE_MEDIOS, 'error', 'segundos']);
  const { folio, otro, validar, validado, reenviado } = busqueda;
  const [activacion, nombrados, anterior] = await Promise.all([
    findEstadoDeActivacion(ctx),
    listMediosPorFolio(ctx, [folio, otro, validado, reenviado]),
    findReemplazable(ctx, busqueda.reemplaza),
  ]);
  const registrados = nombrados.filter((medio) => medio.folio === folio || medio.folio === otro);
  const novedad = { busqueda, medios: nombrados, now: ctx.now() };
  const { avance, siguiente, porValidar } = activacion;
  const canFirmar = siguiente.tipo === 'FIRMAR' && canActuar(ctx.actor.porConducto, 'ACTIVAR');
  const isPrimero = siguiente.tipo === 'REGISTRAR' && !anterior;
  const boton = canFirmar && <BotonDelSiguientePaso paso={siguiente} />;
  return (
    <BuzonFrame ctx={ctx} actual="medios" siguiente="en-la-pagina">
      <Pagina titulo="Medios de Contacto" regresar={{ href: '/buzon/medios-de-contacto' }}>
        {anterior && <AvisoDeReemplazo medio={anterior} />}
        {registrados.map((medio) => (
          <AvisoDeRegistro key={medio.folio} medio={medio} enfocar={medio.folio === folio} />
        ))}
        <Novedad key={randomUUID()} {...novedad} isFirmada={activacion.solicitud !== null} acciones={boton} />
        <Progreso pasoActual={avance.paso} falta={avance.falta}>
          {!validado && !anterior && boton}
        </Progreso>
        {isPrimero && (
          <ConAyuda alFinal ayuda={<Ayuda />}>
            <RegistroCorto ctx={ctx} siguiente={siguiente} />
          </ConAyuda>
        )}
        {porValidar.length > 0 && (
          <PorValidar
            medios={porValidar}
            now={ctx.now()}
            regresarA={RUTA}
            conVentana={validar}
            validar={validateCelularAction}
            reenviar={resendMensajeAction}
          />
        )}
        {anterior?.hasLugar !== false && (
          <>
            <PestanasDeAlcance actual="rfc" hasRegistros={activacion.hasRegistros} />
            <ConAyuda alFinal ayuda={!isPrimero && <Ayuda />}>
              <FormularioDeMedio
                key={folio ?? 'nuevo'}
                guardar={registerMediosDeContactoAction}
                anterior={anterior ?? undefined}
                isSecundario={!anterior && siguiente.tipo !== 'DESCARGAR_ACUSE'}
              />
            </ConAyuda>
          </>
        )}
      </Pagina>
    </BuzonFrame>
  );
}

function Ayuda() {
  return (
    <>
      <p>De cada medio de contacto recibes un folio y un acuse de registro.</p>
      <p>
        Tienes 72 horas para validarlo: un correo electrónico, con el enlace que le llega; un celular, con el código que
        recibe por SMS. Si no, se cancela y hay que registrarlo de nuevo.
      </p>
    </>
  );
}
