import type { Metadata } from 'next';
import { z } from 'zod';
import { parseFolio } from '#domain/folio.ts';
import { hasPermiso } from '#domain/soporte/rol-de-soporte.ts';
import { consultFolio } from '#tramites/soporte/consult-folio.ts';
import { Encabezado } from '#ui/components/encabezado/encabezado.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import { AccionesDelFolio } from '#ui/soporte/acciones-del-folio.tsx';
import { Cronologia, LoQueSigue } from '#ui/soporte/cronologia.tsx';
import { NotasDelFolio } from '#ui/soporte/notas-del-folio.tsx';
import { NovedadDelFolio } from '#ui/soporte/novedad-del-folio.tsx';
import { AvisoDeDatosMostrados, DatosDeFolio, ResumenDeFolio } from '#ui/soporte/resumen-de-folio.tsx';
import { VentanaDeMostrar } from '#ui/soporte/ventana-de-mostrar.tsx';
import { folioEnPalabras } from '#wording/soporte/folio-en-palabras.ts';
import { FolioNotFound } from '../../../../_frame/folio-not-found.tsx';
import { NotFound } from '../../../../_frame/not-found.tsx';
import { SoporteFrame } from '../../../../_frame/soporte-frame.tsx';
import { type Busqueda, parseBusqueda } from '../../../../_request/parse-busqueda.ts';
import { requireSoporte } from '../../../../_server/contexto.ts';
import { addNotaAction, resendMensajePorSoporteAction, showDatosAction } from './actions.ts';

export const metadata: Metadata = { title: 'Folio' };

const texto = z.string().max(40).optional().catch(undefined);
const busquedaSchema = z.object({ mostrar: texto, cubierto: texto, hecho: texto, error: texto });

type Props = { params: Promise<{ folio: string }>; searchParams: Busqueda };

/** A folio explained in one look, and then all that happened to it. Whoever opens it is on record. */
export default async function Folio({ params, searchParams }: Props) {
  const ctx = await requireSoporte('CONSULTAR');
  const folio = parseFolio((await params).folio);
  const busqueda = busquedaSchema.parse(await parseBusqueda(searchParams, ['mostrar', 'cubierto', 'hecho', 'error']));
  const isCubierto = busqueda.cubierto !== undefined;
  const hechos = folio.ok ? await consultFolio(ctx, folio.value, { isCubierto }) : null;
  if (!hechos)
    return (
      <NotFound>
        <FolioNotFound />
      </NotFound>
    );
  const leido = folioEnPalabras(hechos);
  const canAtender = hasPermiso(ctx.actor.rol, 'ATENDER');
  const canReenviar = canAtender && leido.asunto.tipo === 'MEDIO' && leido.asunto.reenviosRestantes > 0;
  return (
    <SoporteFrame ctx={ctx} actual="buscar">
      <Pila espacio="amplia">
        <Encabezado titulo={`Folio ${leido.folio}`} regresar={{ href: '/soporte', texto: 'Buscar otro' }} />
        <NovedadDelFolio hecho={busqueda.hecho} error={busqueda.error} />
        <ResumenDeFolio leido={leido} />
        <AvisoDeDatosMostrados folio={leido.folio} mostradosHasta={leido.mostradosHasta} />
        <AccionesDelFolio leido={leido} canReenviar={canReenviar} reenviar={resendMensajePorSoporteAction} />
        <DatosDeFolio leido={leido} />
        <NotasDelFolio leido={leido} agregar={canAtender ? addNotaAction : null} />
        <LoQueSigue leido={leido} />
        <Cronologia leido={leido} />
      </Pila>
      {busqueda.mostrar !== undefined && !leido.mostradosHasta && (
        <VentanaDeMostrar folio={leido.folio} mostrar={showDatosAction} />
      )}
    </SoporteFrame>
  );
}
