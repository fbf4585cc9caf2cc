import { randomUUID } from 'node:crypto';
import { parseFolio } from '#domain/folio.ts';
import { hasPermiso } from '#domain/soporte/rol-de-soporte.ts';
import { findAclaracion } from '#tramites/aclaracion/find-aclaracion.ts';
import { Conversacion } from '#ui/aclaracion/conversacion.tsx';
import { DatosDeAclaracion } from '#ui/aclaracion/datos-de-aclaracion.tsx';
import { FormularioDeRespuesta } from '#ui/aclaracion/formulario-de-respuesta.tsx';
import { Novedad } from '#ui/components/aviso/aviso.tsx';
import { UnEnlace } from '#ui/components/boton/boton.tsx';
import { Pagina } from '#ui/components/encabezado/encabezado.tsx';
import { FormularioDeCampos } from '#ui/components/formulario/formulario-de-campos.tsx';
import { Seccion } from '#ui/components/seccion/seccion.tsx';
import { AvisoDeDatosMostrados } from '#ui/soporte/resumen-de-folio.tsx';
import { VentanaDeMostrar } from '#ui/soporte/ventana-de-mostrar.tsx';
import { MENSAJES_DE_ATENCION } from '#wording/mensajes/mensajes-aclaracion.ts';
import { NotFound } from '../../../../_frame/not-found.tsx';
import { SoporteFrame } from '../../../../_frame/soporte-frame.tsx';
import { type PropsDePagina, parseBusqueda } from '../../../../_request/parse-busqueda.ts';
import { tituloDeFolio } from '../../../../_request/titulo-de-folio.ts';
import { requireSoporte } from '../../../../_server/contexto.ts';
import { showDatosAction } from '../../folios/[folio]/actions.ts';
import { answerAclaracionAction, closeAclaracionAction, takeAclaracionAction } from './actions.ts';

const RAIZ = '/soporte/aclaraciones';
const HECHOS = {
  tomada: 'Ahora la atiendes: su titular ve que alguien la revisa.',
  respondida:
    'La respuesta quedó registrada y se avisa a los correos electrónicos validados para el RFC del titular, si los hay.',
  cerrada:
    'La aclaración se cerró y se avisa a los correos electrónicos validados para el RFC del titular, si los hay.',
};

export const generateMetadata = tituloDeFolio('Aclaración');

/** One aclaración for support: who waits, since when, all that was written and, for who may attend, what can be done. */
export default async function AclaracionPorAtender({ params, searchParams }: PropsDePagina<'folio'>) {
  const ctx = await requireSoporte('CONSULTAR');
  const folio = parseFolio((await params).folio);
  const asked = await parseBusqueda(searchParams, ['mostrar', 'cubierto', 'hecho', 'error']);
  const { mostrar, cubierto, ...novedad } = asked;
  const isCubierto = cubierto !== undefined;
  const aclaracion = folio.ok ? await findAclaracion(ctx, folio.value, { isCubierto }) : null;
  if (!aclaracion) return <NotFound />;
  const { estado, mensajes, mostradosHasta } = aclaracion;
  const ocultos = { folio: aclaracion.folio };
  const canAttend = hasPermiso(ctx.actor.rol, 'ATENDER') && estado !== 'CERRADA';
  return (
    <SoporteFrame ctx={ctx} actual="aclaraciones">
      <Pagina titulo="Aclaración" regresar={{ href: '/soporte/aclaraciones' }}>
        <Novedad {...novedad} hechos={HECHOS} errores={MENSAJES_DE_ATENCION} />
        {canAttend && estado === 'PRESENTADA' && (
          <FormularioDeCampos action={takeAclaracionAction} ocultos={ocultos} boton="Atender" variante="secundario" />
        )}
        {canAttend && estado === 'RESPONDIDA' && (
          <FormularioDeCampos
            action={closeAclaracionAction}
            ocultos={ocultos}
            boton="Cerrar aclaración"
            variante="secundario"
          />
        )}
        <AvisoDeDatosMostrados raiz={RAIZ} folio={aclaracion.folio} mostradosHasta={mostradosHasta} />
        <DatosDeAclaracion aclaracion={aclaracion} />
        <Seccion id="mensajes" titulo="Mensajes">
          {!mostradosHasta && <UnEnlace href={`${RAIZ}/${aclaracion.folio}?mostrar=1`}>Mostrar</UnEnlace>}
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
      </Pagina>
      {mostrar !== undefined && !mostradosHasta && (
        <VentanaDeMostrar raiz={RAIZ} folio={aclaracion.folio} mostrar={showDatosAction} />
      )}
    </SoporteFrame>
  );
}
