import { randomUUID } from 'node:crypto';
import { formatMedio } from '#domain/medio-de-contacto/telefono.ts';
import { actoDe, canActuar } from '#domain/representacion/acto.ts';
import { listMedios } from '#tramites/medio-de-contacto/list-medios.ts';
import { checkRemoval } from '#tramites/medio-de-contacto/remove-medio-de-contacto.ts';
import { countRegistrosNuevos } from '#tramites/registro-patronal/select-registros-nuevos.ts';
import { findEstadoDeActivacion } from '#tramites/solicitud/estado-de-activacion.ts';
import { UnEnlace } from '#ui/components/boton/boton.tsx';
import { Pagina } from '#ui/components/encabezado/encabezado.tsx';
import { Progreso } from '#ui/components/progreso/progreso.tsx';
import { AvisoDeReemplazados } from '#ui/medio-de-contacto/reemplazo.tsx';
import { Saludo } from '#ui/medio-de-contacto/saludo.tsx';
import { TablaDeMedios } from '#ui/medio-de-contacto/tabla-de-medios.tsx';
import { VentanaDeBaja } from '#ui/medio-de-contacto/ventana-de-baja.tsx';
import { VentanaDeCodigo, VentanaDeEtiqueta } from '#ui/medio-de-contacto/ventanas-de-medio.tsx';
import { AvisoDeRegistrosNuevos } from '#ui/registro-patronal/avisos.tsx';
import { BotonDelSiguientePaso } from '#ui/solicitud/boton-del-siguiente-paso.tsx';
import { BuzonFrame } from '../../../_frame/buzon-frame.tsx';
import { type Busqueda, parseBusqueda } from '../../../_request/parse-busqueda.ts';
import { requireTitular } from '../../../_server/contexto.ts';
import {
  labelMedioAction,
  removeMedioDeContactoAction,
  resendMensajeAction,
  validateCelularAction,
} from './actions.ts';
import { Novedad } from './novedad.tsx';
import { selectRegistrosNuevosAction } from './nuevo/registros-patronales/actions.ts';

export const metadata = { title: 'Medios de Contacto' };

const NUEVO = '/buzon/medios-de-contacto/nuevo';
const VENTANAS = ['validar', 'eliminar', 'etiquetar'] as const;
const HECHOS = ['validado', 'reenviado', 'eliminado', 'etiquetado', 'error', 'segundos'] as const;

/** The table of medios (guide V, steps 10, 14, 18 and 19); its windows are addresses of the same page. */
export default async function MediosDeContacto({ searchParams }: { searchParams: Busqueda }) {
  const ctx = await requireTitular('VER_MEDIOS');
  const busqueda = await parseBusqueda(searchParams, [...VENTANAS, ...HECHOS]);
  const [medios, activacion, porEliminar] = await Promise.all([
    listMedios(ctx),
    findEstadoDeActivacion(ctx),
    busqueda.eliminar ? checkRemoval(ctx, busqueda.eliminar) : null,
  ]);
  const nuevos = medios.some(({ isParaTodos }) => isParaTodos) ? await countRegistrosNuevos(ctx) : [];
  const { porConducto } = ctx.actor;
  const { siguiente, solicitud, avance, isPatron } = activacion;
  const isPendiente = siguiente.tipo !== 'DESCARGAR_ACUSE' && canActuar(porConducto, actoDe(siguiente));
  const boton = isPendiente && <BotonDelSiguientePaso paso={siguiente} />;
  const novedad = { busqueda, medios, now: ctx.now() };
  const isEnElRecuadro = medios.some(({ folio }) => folio === (busqueda.validado ?? busqueda.eliminado));
  const puede = {
    reemplazar: canActuar(porConducto, 'REGISTRAR_MEDIO'),
    etiquetar: canActuar(porConducto, 'ETIQUETAR_MEDIO'),
  };
  return (
    <BuzonFrame ctx={ctx} actual="medios" siguiente="en-la-pagina">
      <Pagina titulo="Medios de Contacto" entradilla={<Saludo isPatron={isPatron} />}>
        <Novedad key={randomUUID()} {...novedad} isFirmada={solicitud !== null} acciones={boton} />
        <Progreso pasoActual={avance.paso} falta={avance.falta}>
          {!isEnElRecuadro && boton}
        </Progreso>
        <AvisoDeReemplazados medios={medios} now={ctx.now()} />
        <AvisoDeRegistrosNuevos medios={nuevos} agregar={selectRegistrosNuevosAction} />
        <UnEnlace
          href={puede.reemplazar ? NUEVO : `${NUEVO}/registros-patronales`}
          icono="nuevo"
          variante={isPendiente ? 'secundario' : 'principal'}
        >
          Nuevo medio de contacto
        </UnEnlace>
        <TablaDeMedios medios={medios} now={ctx.now()} puede={puede} reenviar={resendMensajeAction} />
      </Pagina>
      <Ventanas {...{ medios, busqueda, porEliminar }} canEtiquetar={puede.etiquetar} />
    </BuzonFrame>
  );
}

/** The window that the address asks for, over the table: of a code, of a label or of a removal. */
function Ventanas({ medios, busqueda, canEtiquetar, porEliminar }: PropsDeVentanas) {
  const find = (folio?: string) => medios.find((medio) => medio.folio === folio);
  const porValidar = find(busqueda.validar);
  const porEtiquetar = canEtiquetar && find(busqueda.etiquetar);
  if (porValidar?.estado === 'EN_PROCESO' && porValidar.mecanismo === 'TELEFONO')
    return (
      <VentanaDeCodigo
        validar={validateCelularAction}
        folio={porValidar.folio}
        celular={formatMedio(porValidar)}
        regresarA="/buzon/medios-de-contacto"
      />
    );
  if (porEtiquetar)
    return (
      <VentanaDeEtiqueta
        etiquetar={labelMedioAction}
        folio={porEtiquetar.folio}
        mostrado={formatMedio(porEtiquetar)}
        etiqueta={porEtiquetar.etiqueta}
      />
    );
  return porEliminar && <VentanaDeBaja medio={porEliminar} eliminar={removeMedioDeContactoAction} />;
}
interface PropsDeVentanas {
  medios: Awaited<ReturnType<typeof listMedios>>;
  busqueda: Partial<Record<'validar' | 'etiquetar', string>>;
  /** The titular alone. */
  canEtiquetar: boolean;
  porEliminar: Awaited<ReturnType<typeof checkRemoval>>;
}
