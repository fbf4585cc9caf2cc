import type { Metadata } from 'next';
import { findEstadoDeActivacion } from '#tramites/solicitud/estado-de-activacion.ts';
import { Aviso } from '#ui/components/aviso/aviso.tsx';
import { Acciones, BotonEnlace } from '#ui/components/boton/boton.tsx';
import { Encabezado } from '#ui/components/encabezado/encabezado.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import { Progreso } from '#ui/components/progreso/progreso.tsx';
import { type Servicio, Servicios } from '#ui/components/servicios/servicios.tsx';
import { AvisoDeOtraSesion } from '#ui/sesion/otra-sesion.tsx';
import { CambioDeReglas } from '#ui/solicitud/cambio-de-reglas.tsx';
import { BuzonFrame } from '../../_frame/buzon-frame.tsx';
import { type Busqueda, parseBusqueda } from '../../_request/parse-busqueda.ts';
import { requireTitular } from '../../_server/contexto.ts';

export const metadata: Metadata = { title: 'Inicio' };

const SERVICIOS: Servicio[] = [
  {
    href: '/buzon/medios-de-contacto',
    icono: 'medios',
    titulo: 'Correos y teléfono',
    descripcion: 'Consulta, registra y valida tus correos electrónicos y tu teléfono, y descarga sus acuses.',
  },
  {
    href: '/buzon/activacion',
    icono: 'activacion',
    titulo: 'Solicitud firmada y su acuse',
    descripcion: 'Lee la solicitud que firmaste y descarga su acuse.',
  },
  {
    href: '/buzon/acuses',
    icono: 'documento',
    titulo: 'Acuses',
    descripcion: 'Todos los acuses de tu RFC, del más reciente al más antiguo.',
  },
  {
    href: '/buzon/aclaraciones',
    icono: 'promociones',
    titulo: 'Aclaraciones u Orientaciones',
    descripcion: 'Presenta un planteamiento, adjunta lo que ayude a entenderlo y consulta su respuesta.',
  },
  {
    href: '/ayuda',
    icono: 'ayuda',
    titulo: 'Dudas y canales de atención',
    descripcion: 'Resuelve dudas y conoce los canales de atención.',
  },
];

/** Main screen of the Buzón (guide V, step 16): how far the activation is, and its services. */
export default async function Buzon({ searchParams }: { searchParams: Busqueda }) {
  const ctx = await requireTitular();
  const [{ avance, porFirmar, solicitud, pendiente }, { activado, sesion }] = await Promise.all([
    findEstadoDeActivacion(ctx),
    parseBusqueda(searchParams, ['activado', 'sesion']),
  ]);
  const isActivo = avance.paso === 'hecho';
  return (
    <BuzonFrame ctx={ctx} actual="inicio">
      <Pila espacio="amplia">
        <Encabezado
          titulo={isActivo ? 'Tu Buzón IMSS está activo' : 'Activa tu Buzón IMSS'}
          entradilla={
            isActivo
              ? 'Este portal es una réplica: el Instituto no notifica por él. A los medios de contacto validados para tu RFC llegan sólo los mensajes de este portal sobre tus trámites.'
              : 'Son tres pasos. Puedes salir y continuar después: lo que registres se conserva.'
          }
        />
        {sesion === 'otra' && <AvisoDeOtraSesion quien={ctx.actor} />}
        {isActivo && activado && !porFirmar && !pendiente && (
          <Aviso tipo="exito">
            <p>
              Firmaste la solicitud y manifestación. Descarga tu acuse en{' '}
              <a href="/buzon/activacion">Activación Buzón IMSS</a>.
            </p>
          </Aviso>
        )}
        {isActivo && porFirmar && solicitud && (
          <CambioDeReglas texto={porFirmar} solicitud={solicitud}>
            <Acciones>
              <BotonEnlace href="/buzon/activacion">Leer y firmar la solicitud nueva</BotonEnlace>
            </Acciones>
          </CambioDeReglas>
        )}
        <Progreso pasoActual={avance.paso} falta={avance.falta} />
        {isActivo ? (
          <Servicios servicios={SERVICIOS} />
        ) : (
          <Acciones>
            {avance.paso === 3 ? (
              <BotonEnlace href="/buzon/activacion">Continuar a la firma</BotonEnlace>
            ) : (
              <BotonEnlace href="/buzon/medios-de-contacto">Continuar</BotonEnlace>
            )}
          </Acciones>
        )}
        <p>
          <a href="/buzon/sesiones">Mis sesiones abiertas</a>
        </p>
      </Pila>
    </BuzonFrame>
  );
}
