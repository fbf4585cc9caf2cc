import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { z } from 'zod';
import { parseFolio } from '#domain/folio.ts';
import { hasPermiso } from '#domain/soporte/rol-de-soporte.ts';
import { findAclaracion } from '#tramites/aclaracion/find-aclaracion.ts';
import { AtencionDeAclaracion } from '#ui/aclaracion/atencion-de-aclaracion.tsx';
import { Conversacion } from '#ui/aclaracion/conversacion.tsx';
import { DatosDeAclaracion } from '#ui/aclaracion/datos-de-aclaracion.tsx';
import { FormularioDeRespuesta } from '#ui/aclaracion/formulario-de-respuesta.tsx';
import { Acciones, BotonEnlace } from '#ui/components/boton/boton.tsx';
import { Encabezado } from '#ui/components/encabezado/encabezado.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import { Seccion } from '#ui/components/seccion/seccion.tsx';
import { AvisoDeDatosMostrados } from '#ui/soporte/resumen-de-folio.tsx';
import { VentanaDeMostrar } from '#ui/soporte/ventana-de-mostrar.tsx';
import { NotFound } from '../../../../_frame/not-found.tsx';
import { SoporteFrame } from '../../../../_frame/soporte-frame.tsx';
import { type Busqueda, parseBusqueda } from '../../../../_request/parse-busqueda.ts';
import { requireSoporte } from '../../../../_server/contexto.ts';
import { showDatosAction } from '../../folios/[folio]/actions.ts';
import { answerAclaracionAction, closeAclaracionAction, takeAclaracionAction } from './actions.ts';

const RAIZ = '/soporte/aclaraciones';

export const metadata: Metadata = { title: 'Aclaración' };

const texto = z.string().max(40).optional().catch(undefined);
const busquedaSchema = z.object({ mostrar: texto, cubierto: texto, hecho: texto, error: texto });

interface Props {
  params: Promise<{ folio: string }>;
  searchParams: Busqueda;
}

/** One aclaración for support: who waits, since when, all that was written and, for who may attend, what can be done. */
export default async function AclaracionPorAtender({ params, searchParams }: Props) {
  const ctx = await requireSoporte('CONSULTAR');
  const folio = parseFolio((await params).folio);
  const { mostrar, cubierto, ...novedad } = busquedaSchema.parse(
    await parseBusqueda(searchParams, ['mostrar', 'cubierto', 'hecho', 'error']),
  );
  const isCubierto = cubierto !== undefined;
  const aclaracion = folio.ok ? await findAclaracion(ctx, folio.value, { isCubierto }) : null;
  if (!aclaracion) return <NotFound />;
  const { estado, mensajes, mostradosHasta } = aclaracion;
  const canAttend = hasPermiso(ctx.actor.rol, 'ATENDER') && estado !== 'CERRADA';
  return (
    <SoporteFrame ctx={ctx} actual="aclaraciones">
      <Pila espacio="amplia">
        <Encabezado titulo="Aclaración" regresar={{ href: '/soporte/aclaraciones' }} />
        <AtencionDeAclaracion
          {...novedad}
          folio={aclaracion.folio}
          estado={estado}
          canAttend={canAttend}
          tomar={takeAclaracionAction}
          cerrar={closeAclaracionAction}
        />
        <AvisoDeDatosMostrados raiz={RAIZ} folio={aclaracion.folio} mostradosHasta={mostradosHasta} />
        <DatosDeAclaracion aclaracion={aclaracion} />
        <Seccion id="mensajes" titulo="Mensajes">
          {!mostradosHasta && (
            <Acciones>
              <BotonEnlace href={`${RAIZ}/${aclaracion.folio}?mostrar=1`} variante="secundario">
                Mostrar
              </BotonEnlace>
            </Acciones>
          )}
          <Conversacion raiz={RAIZ} folio={aclaracion.folio} mensajes={mensajes} isCubierta={!mostradosHasta} />
        </Seccion>
        {canAttend && (
          <Seccion id="responder" titulo="Responder">
            <FormularioDeRespuesta
              key={mensajes.length}
              responder={answerAclaracionAction}
              folio={aclaracion.folio}
              peticionId={randomUUID()}
            />
          </Seccion>
        )}
      </Pila>
      {mostrar !== undefined && !mostradosHasta && (
        <VentanaDeMostrar raiz={RAIZ} folio={aclaracion.folio} mostrar={showDatosAction} />
      )}
    </SoporteFrame>
  );
}
