import { formatFecha } from '#domain/fecha.ts';
import { type Acto, actoDe, canActuar } from '#domain/representacion/acto.ts';
import { listSalud } from '#tramites/medio-de-contacto/list-salud.ts';
import { listClientes } from '#tramites/representacion/list-clientes.ts';
import { listPeticiones } from '#tramites/representacion/list-peticiones.ts';
import { findEstadoDeActivacion } from '#tramites/solicitud/estado-de-activacion.ts';
import { Aviso } from '#ui/components/aviso/aviso.tsx';
import { UnEnlace } from '#ui/components/boton/boton.tsx';
import { Pagina } from '#ui/components/encabezado/encabezado.tsx';
import { Icono } from '#ui/components/icono/icono.tsx';
import { Progreso } from '#ui/components/progreso/progreso.tsx';
import { type Servicio, Servicios } from '#ui/components/servicios/servicios.tsx';
import { AvisoDeSalud } from '#ui/medio-de-contacto/salud-del-medio.tsx';
import { AvisoDePropuestas, AvisoSinFacultad } from '#ui/representacion/avisos.tsx';
import { AvisoDePeticiones } from '#ui/representacion/peticiones.tsx';
import { AvisoDeOtraSesion } from '#ui/sesion/otra-sesion.tsx';
import { BotonDelSiguientePaso } from '#ui/solicitud/boton-del-siguiente-paso.tsx';
import { CambioDeReglas } from '#ui/solicitud/texto-de-la-solicitud.tsx';
import { BuzonFrame } from '../../_frame/buzon-frame.tsx';
import { type Busqueda, parseBusqueda } from '../../_request/parse-busqueda.ts';
import { requireTitular } from '../../_server/contexto.ts';
import { RegistroCorto } from './medios-de-contacto/nuevo/registro-corto.tsx';
import { closePeticionAction, endRepresentacionAction } from './representantes/actions.ts';

export const metadata = { title: 'Inicio' };

const SERVICIOS: (Servicio & { acto: Acto })[] = [
  {
    acto: 'VER_MEDIOS',
    href: '/buzon/medios-de-contacto',
    icono: 'medios',
    titulo: 'Correos y teléfono',
    descripcion: 'Consulta, registra y valida tus correos electrónicos y tu teléfono, y descarga sus acuses.',
  },
  {
    acto: 'ACTIVAR',
    href: '/buzon/activacion',
    icono: 'activacion',
    titulo: 'Solicitud firmada y su acuse',
    descripcion: 'Lee la solicitud que firmaste y descarga su acuse.',
  },
  {
    acto: 'VER_ACUSES',
    href: '/buzon/acuses',
    icono: 'documento',
    titulo: 'Acuses',
    descripcion: 'Todos los acuses de tu RFC, del más reciente al más antiguo.',
  },
  {
    acto: 'VER_COMUNICADOS',
    href: '/buzon/comunicados',
    icono: 'correo',
    titulo: 'Mis comunicados',
    descripcion: 'Cada mensaje que se envió a tus medios de contacto, qué decía y si llegó.',
  },
  {
    acto: 'VER_ACLARACIONES',
    href: '/buzon/aclaraciones',
    icono: 'promociones',
    titulo: 'Aclaraciones u Orientaciones',
    descripcion: 'Presenta un planteamiento, adjunta lo que ayude a entenderlo y consulta su respuesta.',
  },
  {
    acto: 'ENTRAR',
    href: '/ayuda',
    icono: 'ayuda',
    titulo: 'Dudas y canales de atención',
    descripcion: 'Resuelve dudas y conoce los canales de atención.',
  },
];

/** The others are under «Representantes». */
const PETICIONES_A_LA_VISTA = 3;

/** Main screen of the Buzón (guide V, step 16): how far the activation is, and its services. */
export default async function Buzon({ searchParams }: { searchParams: Busqueda }) {
  const ctx = await requireTitular('ENTRAR');
  const conducto = ctx.actor.porConducto;
  const [estado, { filas }, peticiones, { activado, sesion, sin }] = await Promise.all([
    findEstadoDeActivacion(ctx),
    ctx.actor.isBuscado ? listClientes(ctx, { soloPropuestas: true }) : { filas: [] },
    ctx.actor.isBuscado ? listPeticiones(ctx, PETICIONES_A_LA_VISTA) : [],
    parseBusqueda(searchParams, ['activado', 'sesion', 'sin']),
  ]);
  const { avance, siguiente, porFirmar, solicitud, pendiente } = estado;
  const isActivo = avance.paso === 'hecho';
  const canRegistrar = canActuar(conducto, 'REGISTRAR_MEDIO');
  const medios = isActivo && canRegistrar ? await listSalud(ctx, [ctx.actor.titularId]) : [];
  const isRecien = isActivo && activado && solicitud && !porFirmar && !pendiente;
  const boton = canActuar(conducto, actoDe(siguiente)) && <BotonDelSiguientePaso paso={siguiente} />;
  return (
    <BuzonFrame ctx={ctx} actual="inicio" siguiente="en-la-pagina">
      <Pagina
        titulo={isActivo ? 'Tu Buzón IMSS está activo' : 'Activa tu Buzón IMSS'}
        entradilla={
          isActivo
            ? 'Este portal es una réplica: el Instituto no notifica por él. A los medios de contacto validados para tu RFC llegan sólo los mensajes de este portal sobre tus trámites.'
            : 'Son tres pasos. Puedes salir y continuar después: lo que registres se conserva.'
        }
      >
        {sesion === 'otra' && <AvisoDeOtraSesion quien={ctx.actor} />}
        {sin === 'facultad' && conducto && <AvisoSinFacultad {...conducto} />}
        <AvisoDePropuestas representaciones={filas} terminar={endRepresentacionAction} isSecundario />
        <AvisoDePeticiones peticiones={peticiones} cerrar={closePeticionAction} />
        <AvisoDeSalud medios={medios} />
        {isRecien && (
          <Aviso tipo="exito" acciones={boton}>
            <p>
              Firmaste la solicitud y manifestación con el número de folio: {solicitud.folio}, fecha:{' '}
              {formatFecha(solicitud.fecha)}.
            </p>
          </Aviso>
        )}
        {isActivo && porFirmar && solicitud && (
          <CambioDeReglas texto={porFirmar} solicitud={solicitud}>
            <UnEnlace href="/buzon/activacion">Leer y firmar la solicitud nueva</UnEnlace>
          </CambioDeReglas>
        )}
        <Progreso pasoActual={avance.paso} falta={avance.falta}>
          {!isRecien && siguiente.tipo !== 'REGISTRAR' && boton}
        </Progreso>
        {canRegistrar && <RegistroCorto ctx={ctx} siguiente={siguiente} />}
        {(isActivo || conducto) && <Servicios servicios={SERVICIOS.filter(({ acto }) => canActuar(conducto, acto))} />}
        {!conducto && <SoloDelTitular />}
      </Pagina>
    </BuzonFrame>
  );
}

function SoloDelTitular() {
  return (
    <p>
      <a href="/buzon/sesiones">Mis sesiones abiertas</a> · <a href="/buzon/representantes">Representantes</a> ·{' '}
      <a href="/clientes">A quién represento</a> ·{' '}
      <a href="/buzon/mis-datos.zip">
        <Icono nombre="descargar" /> Descargar todo lo que el portal guarda de mí
      </a>
    </p>
  );
}
