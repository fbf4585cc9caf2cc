import { parseFolio } from '#domain/folio.ts';
import { hasPermiso } from '#domain/soporte/rol-de-soporte.ts';
import { consultFolio } from '#tramites/soporte/consult-folio.ts';
import { Novedad } from '#ui/components/aviso/aviso.tsx';
import { Pagina } from '#ui/components/encabezado/encabezado.tsx';
import { Cronologia, LoQueSigue, NotasDelFolio } from '#ui/soporte/cronologia.tsx';
import { VentanaDeMostrar } from '#ui/soporte/formularios-de-folio.tsx';
import {
  AccionesDelFolio,
  AvisoDeDatosMostrados,
  DatosDeFolio,
  ResumenDeFolio,
} from '#ui/soporte/resumen-de-folio.tsx';
import { MENSAJES_DE_REENVIO_DE_SOPORTE } from '#wording/mensajes/mensajes-soporte.ts';
import { folioEnPalabras } from '#wording/soporte/folio-en-palabras.ts';
import { FolioNotFound } from '../../../../_frame/not-found.tsx';
import { SoporteFrame } from '../../../../_frame/soporte-frame.tsx';
import { type PropsDePagina, parseBusqueda } from '../../../../_request/parse-busqueda.ts';
import { tituloDeFolio } from '../../../../_request/titulo-de-folio.ts';
import { requireSoporte } from '../../../../_server/contexto.ts';
import { addNotaAction, resendMensajePorSoporteAction, showDatosAction } from './actions.ts';

export const generateMetadata = tituloDeFolio('Folio');

const HECHOS = {
  reenviado: 'El mensaje se enviará otra vez: es el mismo enlace o código, y el plazo no cambia.',
  nota: 'La nota se agregó.',
};

/** A folio explained in one look, and then all that happened to it. Whoever opens it is on record. */
export default async function Folio({ params, searchParams }: PropsDePagina<'folio'>) {
  const ctx = await requireSoporte('CONSULTAR');
  const folio = parseFolio((await params).folio);
  const busqueda = await parseBusqueda(searchParams, ['mostrar', 'cubierto', 'hecho', 'error']);
  const isCubierto = busqueda.cubierto !== undefined;
  const hechos = folio.ok ? await consultFolio(ctx, folio.value, { isCubierto }) : null;
  if (!hechos) return <FolioNotFound />;
  const leido = folioEnPalabras(hechos);
  const canAtender = hasPermiso(ctx.actor.rol, 'ATENDER');
  const canReenviar = canAtender && leido.asunto.tipo === 'MEDIO' && leido.asunto.reenviosRestantes > 0;
  return (
    <SoporteFrame ctx={ctx} actual="buscar">
      <Pagina titulo={`Folio ${leido.folio}`} regresar={{ href: '/soporte', texto: 'Buscar otro' }}>
        <Novedad {...busqueda} hechos={HECHOS} errores={MENSAJES_DE_REENVIO_DE_SOPORTE} />
        <ResumenDeFolio leido={leido} />
        <AvisoDeDatosMostrados folio={leido.folio} mostradosHasta={leido.mostradosHasta} />
        <AccionesDelFolio leido={leido} canReenviar={canReenviar} reenviar={resendMensajePorSoporteAction} />
        <DatosDeFolio leido={leido} />
        <NotasDelFolio leido={leido} agregar={canAtender ? addNotaAction : null} />
        <LoQueSigue filas={leido.pendientes} />
        <Cronologia leido={leido} />
      </Pagina>
      {busqueda.mostrar !== undefined && !leido.mostradosHasta && (
        <VentanaDeMostrar folio={leido.folio} mostrar={showDatosAction} />
      )}
    </SoporteFrame>
  );
}
