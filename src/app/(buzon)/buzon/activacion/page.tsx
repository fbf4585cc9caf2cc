import type { Metadata } from 'next';
import { formatFecha } from '#domain/fecha.ts';
import { findCertificadoDeSesion } from '#tramites/efirma/verify-acto.ts';
import { findEstadoDeActivacion } from '#tramites/solicitud/estado-de-activacion.ts';
import { Aviso } from '#ui/components/aviso/aviso.tsx';
import { Acciones, Boton } from '#ui/components/boton/boton.tsx';
import { Pagina, Regresar } from '#ui/components/encabezado/encabezado.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import { Progreso } from '#ui/components/progreso/progreso.tsx';
import { FormularioDeFirma } from '#ui/efirma/formulario-de-firma.tsx';
import { PieDePrivacidad } from '#ui/efirma/pie-de-privacidad.tsx';
import { BotonDelSiguientePaso } from '#ui/solicitud/boton-del-siguiente-paso.tsx';
import {
  CambioDeReglas,
  LoQueSeFirma,
  SolicitudesFirmadas,
  TextoDeLaSolicitud,
} from '#ui/solicitud/texto-de-la-solicitud.tsx';
import { MENSAJES_EFIRMA } from '#wording/mensajes/mensajes-efirma.ts';
import { AVISO_SIN_REGISTROS } from '#wording/solicitud/avance.ts';
import type { TextoDeSolicitud } from '#wording/solicitud/texto-de-solicitud.ts';
import { textoDeVersion } from '#wording/solicitud/textos.ts';
import { BuzonFrame } from '../../../_frame/buzon-frame.tsx';
import { type Busqueda, parseBusqueda } from '../../../_request/parse-busqueda.ts';
import { contextoPara, requireTitular } from '../../../_server/contexto.ts';
import { marcaDe } from '../../../_server/marca.ts';
import { prepareSolicitudAction, signSolicitudAction } from './actions.ts';

export async function generateMetadata({ searchParams }: { searchParams: Busqueda }): Promise<Metadata> {
  const ctx = await contextoPara('ACTIVAR');
  if (!ctx) return {};
  const { paso } = await parseBusqueda(searchParams, ['paso']);
  return { title: paso === 'firmar' ? 'Firma digital' : 'Activación Buzón IMSS' };
}

/** Guide V, steps 14 to 17. A later text that asks for a signature is read first; what was signed stays below. */
export default async function Activacion({ searchParams }: { searchParams: Busqueda }) {
  const ctx = await requireTitular('ACTIVAR');
  const [estado, { paso, version }] = await Promise.all([
    findEstadoDeActivacion(ctx),
    parseBusqueda(searchParams, ['paso', 'version']),
  ]);
  const { avance, siguiente, canSign, porFirmar, solicitud, firmadas, pendiente, isPatron } = estado;
  const isOtroTexto = version !== undefined && version !== porFirmar?.version;
  if (porFirmar && canSign && paso === 'firmar' && !isOtroTexto)
    return <Firma ctx={ctx} texto={porFirmar} avance={avance} />;
  return (
    <BuzonFrame ctx={ctx} actual="activacion" siguiente="en-la-pagina">
      <Pagina titulo="Activación Buzón IMSS">
        {porFirmar && isOtroTexto && <Aviso tipo="error">{MENSAJES_EFIRMA.TEXTO_NUEVO}</Aviso>}
        <Progreso pasoActual={avance.paso} falta={avance.falta}>
          {!canSign && <BotonDelSiguientePaso paso={siguiente} />}
        </Progreso>
        {porFirmar && solicitud && (
          <CambioDeReglas texto={porFirmar} solicitud={solicitud}>
            <p>Aquí están las dos: primero la nueva y, abajo, la que firmaste.</p>
          </CambioDeReglas>
        )}
        {porFirmar && !canSign && (
          <Aviso tipo="informacion" titulo="Todavía no puedes firmar">
            Necesitas al menos un correo electrónico y tu teléfono celular validados para tu RFC.
          </Aviso>
        )}
        {canSign && !isPatron && <Aviso tipo="nota">{AVISO_SIN_REGISTROS}</Aviso>}
        {firmadas.length > 0 && (porFirmar || pendiente) && (
          <p>
            <a href="#acuse">Ir a la solicitud que firmaste y su acuse</a>
          </p>
        )}
        {porFirmar && <TextoDeLaSolicitud texto={porFirmar} cual={solicitud ? 'La nueva, por firmar.' : undefined} />}
        {porFirmar && canSign && <Aceptar version={porFirmar.version} />}
        {pendiente && (
          <TextoDeLaSolicitud
            texto={textoDeVersion(pendiente.textoVersion)}
            cual={`La que firmaste el ${formatFecha(pendiente.fecha)}, por verificar.`}
          />
        )}
        <SolicitudesFirmadas firmadas={firmadas} hasOtra={Boolean(porFirmar || pendiente) || firmadas.length > 1} />
      </Pagina>
    </BuzonFrame>
  );
}

/** Says which text was read, so that no other is signed. */
function Aceptar({ version }: { version: string }) {
  return (
    <form method="get">
      <input type="hidden" name="paso" value="firmar" />
      <input type="hidden" name="version" value={version} />
      <Acciones>
        <Boton>Aceptar</Boton>
      </Acciones>
    </form>
  );
}

async function Firma({ ctx, texto, avance }: PropsDeFirma) {
  const marca = marcaDe(ctx.actor);
  return (
    <BuzonFrame ctx={ctx} actual="activacion" siguiente="en-la-pagina">
      <Pila espacio="amplia">
        <Regresar href="/buzon/activacion" />
        <Progreso pasoActual={avance.paso} falta={avance.falta} />
        <FormularioDeFirma
          aviso={<LoQueSeFirma texto={texto} />}
          pie={<PieDePrivacidad />}
          rfc={(ctx.actor.porConducto ?? ctx.actor).rfc}
          deSesion={{ certificado: await findCertificadoDeSesion(ctx), serie: ctx.actor.serie }}
          prepare={prepareSolicitudAction.bind(null, marca, texto.version)}
          sign={signSolicitudAction.bind(null, marca)}
          alTerminar="/buzon?activado=1"
        />
      </Pila>
    </BuzonFrame>
  );
}
interface PropsDeFirma {
  ctx: Awaited<ReturnType<typeof requireTitular>>;
  texto: TextoDeSolicitud;
  avance: Awaited<ReturnType<typeof findEstadoDeActivacion>>['avance'];
}
