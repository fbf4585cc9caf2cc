import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { parseFolio } from '#domain/folio.ts';
import { hasPermiso } from '#domain/soporte/rol-de-soporte.ts';
import { findAclaracion } from '#tramites/aclaracion/find-aclaracion.ts';
import { AtencionDeAclaracion } from '#ui/aclaracion/atencion-de-aclaracion.tsx';
import { Conversacion } from '#ui/aclaracion/conversacion.tsx';
import { DatosDeAclaracion } from '#ui/aclaracion/datos-de-aclaracion.tsx';
import { FormularioDeRespuesta } from '#ui/aclaracion/formulario-de-respuesta.tsx';
import { Encabezado } from '#ui/components/encabezado/encabezado.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import { requireSoporte } from '../../../../_server/contexto.ts';
import { MarcoDeSoporte } from '../../../../_server/marco-de-soporte.tsx';
import { cerrarAclaracion, responderAclaracion, tomarAclaracion } from './actions.ts';

export const metadata: Metadata = { title: 'Aclaración' };

interface Props {
  params: Promise<{ folio: string }>;
  searchParams: Promise<{ hecho?: string; error?: string }>;
}

/** One aclaración for support: who waits, since when, all that was written and, for who may attend, what can be done. */
export default async function AclaracionPorAtender({ params, searchParams }: Props) {
  const ctx = await requireSoporte('CONSULTAR');
  const folio = parseFolio((await params).folio);
  const aclaracion = folio.ok ? await findAclaracion(ctx, folio.value) : null;
  if (!aclaracion) notFound();
  const { estado, mensajes } = aclaracion;
  const canAttend = hasPermiso(ctx.actor.rol, 'ATENDER') && estado !== 'CERRADA';
  return (
    <MarcoDeSoporte ctx={ctx} actual="aclaraciones">
      <Pila espacio="amplia">
        <Encabezado titulo="Aclaración" regresar={{ href: '/soporte/aclaraciones' }} />
        <AtencionDeAclaracion
          {...(await searchParams)}
          folio={aclaracion.folio}
          estado={estado}
          canAttend={canAttend}
          tomar={tomarAclaracion}
          cerrar={cerrarAclaracion}
        />
        <DatosDeAclaracion aclaracion={aclaracion} />
        <section aria-labelledby="mensajes">
          <Pila>
            <h2 id="mensajes">Mensajes</h2>
            <Conversacion raiz="/soporte/aclaraciones" folio={aclaracion.folio} mensajes={mensajes} />
          </Pila>
        </section>
        {canAttend && (
          <section aria-labelledby="responder">
            <Pila>
              <h2 id="responder">Responder</h2>
              <FormularioDeRespuesta
                key={mensajes.length}
                responder={responderAclaracion}
                folio={aclaracion.folio}
                peticionId={randomUUID()}
              />
            </Pila>
          </section>
        )}
      </Pila>
    </MarcoDeSoporte>
  );
}
