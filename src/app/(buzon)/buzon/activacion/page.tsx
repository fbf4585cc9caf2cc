import type { Metadata } from 'next';
import { AVISO_SIN_REGISTROS } from '#domain/solicitud/aviso-sin-registros.ts';
import { textoDeVersion, textoVigente } from '#domain/solicitud/textos.ts';
import { readEstadoDeActivacion } from '#tramites/solicitud/estado-de-activacion.ts';
import { Aviso } from '#ui/components/aviso/aviso.tsx';
import { Acciones, Boton, BotonEnlace } from '#ui/components/boton/boton.tsx';
import { Encabezado, Regresar } from '#ui/components/encabezado/encabezado.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import { Progreso } from '#ui/components/progreso/progreso.tsx';
import { FormularioDeFirma } from '#ui/efirma/formulario-de-firma.tsx';
import { PieDePrivacidad } from '#ui/efirma/pie-de-privacidad.tsx';
import { TablaDeSolicitud } from '#ui/solicitud/tabla-de-solicitud.tsx';
import { TextoDeLaSolicitud } from '#ui/solicitud/texto-de-la-solicitud.tsx';
import { type Busqueda, readBusqueda } from '../../../_server/busqueda.ts';
import { requireTitular } from '../../../_server/contexto.ts';
import { marcaDe } from '../../../_server/marca.ts';
import { MarcoDelBuzon } from '../../../_server/marco-del-buzon.tsx';
import { firmarSolicitud, prepararSolicitud } from './actions.ts';

export const metadata: Metadata = { title: 'Activación Buzón IMSS' };

/** The solicitud y manifestación: read, accept, sign, and afterwards its acuse (guide V, steps 14 to 17). */
export default async function Activacion({ searchParams }: { searchParams: Busqueda }) {
  const ctx = await requireTitular();
  const [{ avance, canSign, solicitud, isPatron }, { paso }] = await Promise.all([
    readEstadoDeActivacion(ctx),
    readBusqueda(searchParams, ['paso']),
  ]);
  const texto = solicitud ? textoDeVersion(solicitud.textoVersion) : textoVigente(ctx.now());
  if (canSign && paso === 'firmar') return <Firma ctx={ctx} />;
  return (
    <MarcoDelBuzon ctx={ctx} actual="activacion">
      <Pila espacio="amplia">
        <Encabezado titulo="Activación Buzón IMSS" />
        <Progreso pasoActual={avance.paso} falta={avance.falta} />
        {!canSign && !solicitud && <FaltanMedios falta={avance.falta} />}
        {canSign && !isPatron && (
          <Aviso tipo="nota">
            <p>{AVISO_SIN_REGISTROS}</p>
          </Aviso>
        )}
        {solicitud?.estado === 'FIRMADA' && (
          <p>
            <a href="#acuse">Ir al acuse</a>
          </p>
        )}
        <TextoDeLaSolicitud texto={texto} />
        {canSign && (
          <form method="get">
            <input type="hidden" name="paso" value="firmar" />
            <Acciones>
              <Boton>Aceptar</Boton>
            </Acciones>
          </form>
        )}
        {solicitud?.estado === 'FIRMADA' && (
          <section id="acuse" aria-label="Acuse">
            <TablaDeSolicitud folio={solicitud.folio} fecha={solicitud.fecha} />
          </section>
        )}
      </Pila>
    </MarcoDelBuzon>
  );
}

function FaltanMedios({ falta }: { falta: string }) {
  return (
    <Aviso tipo="informacion" titulo="Todavía no puedes firmar">
      <p>{falta}</p>
      <p>Necesitas al menos un correo electrónico y tu teléfono celular validados para tu RFC.</p>
      <Acciones>
        <BotonEnlace href="/buzon/medios-de-contacto">Registrar o validar lo que falta</BotonEnlace>
      </Acciones>
    </Aviso>
  );
}

function Firma({ ctx }: { ctx: Awaited<ReturnType<typeof requireTitular>> }) {
  const marca = marcaDe(ctx.actor);
  return (
    <MarcoDelBuzon ctx={ctx} actual="activacion">
      <Pila espacio="amplia">
        <Regresar href="/buzon/activacion" />
        <FormularioDeFirma
          pie={<PieDePrivacidad />}
          rfc={ctx.actor.rfc}
          prepare={prepararSolicitud.bind(null, marca)}
          sign={firmarSolicitud.bind(null, marca)}
          alTerminar="/buzon?activado=1"
        />
      </Pila>
    </MarcoDelBuzon>
  );
}
