import { z } from 'zod';
import { hasPermiso } from '#domain/soporte/rol-de-soporte.ts';
import { consultTitular } from '#tramites/soporte/consult-titular.ts';
import { UnEnlace } from '#ui/components/boton/boton.tsx';
import { Pagina } from '#ui/components/encabezado/encabezado.tsx';
import { AvisoDeCierre, VentanaDeCierre } from '#ui/soporte/cierre-de-sesiones.tsx';
import { DesignacionesDeTitular } from '#ui/soporte/designaciones.tsx';
import { DatosDeTitular, FoliosDeTitular, MediosDeTitular } from '#ui/soporte/folios-de-titular.tsx';
import { TablaDeRegistrosDeSoporte } from '#ui/soporte/tabla-de-registros-de-soporte.tsx';
import { NotFound } from '../../../../_frame/not-found.tsx';
import { SoporteFrame } from '../../../../_frame/soporte-frame.tsx';
import { type PropsDePagina, parseBusqueda } from '../../../../_request/parse-busqueda.ts';
import { requireSoporte } from '../../../../_server/contexto.ts';
import { closeSesionesDeAction } from '../../sesiones/actions.ts';

export const metadata = { title: 'Titular' };

const PAGINAS = ['medios', 'registros', 'representantes', 'clientes'] as const;
const idSchema = z.uuid();
const folioSchema = z.string().max(40).optional().catch(undefined);
const paginasSchema = z.object({
  medios: folioSchema,
  representantes: folioSchema,
  clientes: folioSchema,
  registros: z.string().max(11).optional().catch(undefined),
});

/** All the folios of a titular, covered, under an address that says nothing of who it is. */
export default async function Titular({ params, searchParams }: PropsDePagina<'id'>) {
  const ctx = await requireSoporte('CONSULTAR');
  const id = idSchema.safeParse((await params).id);
  const busqueda = await parseBusqueda(searchParams, [...PAGINAS, 'terminar', 'cerradas']);
  const paginas = paginasSchema.parse(busqueda);
  const titular = id.success ? await consultTitular(ctx, id.data, paginas) : null;
  if (!titular) return <NotFound />;
  const { medios, registrosPatronales } = titular;
  const canEnd = hasPermiso(ctx.actor.rol, 'SUPERVISAR');
  const lastNumero = registrosPatronales.filas.at(-1)?.numero;
  return (
    <SoporteFrame ctx={ctx} actual="buscar">
      <Pagina titulo="Titular" regresar={{ href: '/soporte', texto: 'Buscar otro' }}>
        <AvisoDeCierre cerradas={busqueda.cerradas} />
        <DatosDeTitular titular={titular} />
        {canEnd && <UnEnlace href="?terminar=1">Terminar sus sesiones</UnEnlace>}
        <MediosDeTitular {...medios} isPrimera={paginas.medios === undefined} />
        <FoliosDeTitular titular={titular} />
        <DesignacionesDeTitular {...titular} despuesDe={paginas} />
        <div id="registros">
          <TablaDeRegistrosDeSoporte
            tituloVisible
            filas={registrosPatronales.filas}
            siguiente={registrosPatronales.hasMas && lastNumero ? `?registros=${lastNumero}#registros` : null}
            primera={paginas.registros ? '?#registros' : null}
          />
        </div>
      </Pagina>
      {canEnd && busqueda.terminar && (
        <VentanaDeCierre
          persona={titular}
          regresarA={`/soporte/titulares/${titular.id}`}
          accion={closeSesionesDeAction}
        />
      )}
    </SoporteFrame>
  );
}
