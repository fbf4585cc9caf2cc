import type { Metadata } from 'next';
import { z } from 'zod';
import { consultTitular } from '#tramites/soporte/consult-titular.ts';
import { Encabezado } from '#ui/components/encabezado/encabezado.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import { DatosDeTitular, FoliosDeTitular, MediosDeTitular } from '#ui/soporte/folios-de-titular.tsx';
import { TablaDeRegistrosDeSoporte } from '#ui/soporte/tabla-de-registros-de-soporte.tsx';
import { NotFound } from '../../../../_frame/not-found.tsx';
import { SoporteFrame } from '../../../../_frame/soporte-frame.tsx';
import { type Busqueda, parseBusqueda } from '../../../../_request/parse-busqueda.ts';
import { requireSoporte } from '../../../../_server/contexto.ts';

export const metadata: Metadata = { title: 'Titular' };

const idSchema = z.uuid();
const paginasSchema = z.object({
  medios: z.string().max(40).optional().catch(undefined),
  registros: z.string().max(11).optional().catch(undefined),
});

type Props = { params: Promise<{ id: string }>; searchParams: Busqueda };

/** All the folios of a titular, covered, under an address that says nothing of who it is. */
export default async function Titular({ params, searchParams }: Props) {
  const ctx = await requireSoporte('CONSULTAR');
  const id = idSchema.safeParse((await params).id);
  const paginas = paginasSchema.parse(await parseBusqueda(searchParams, ['medios', 'registros']));
  const titular = id.success ? await consultTitular(ctx, id.data, paginas) : null;
  if (!titular) return <NotFound />;
  const { medios, registrosPatronales } = titular;
  const lastNumero = registrosPatronales.filas.at(-1)?.numero;
  return (
    <SoporteFrame ctx={ctx} actual="buscar">
      <Pila espacio="amplia">
        <Encabezado titulo="Titular" regresar={{ href: '/soporte', texto: 'Buscar otro' }} />
        <DatosDeTitular titular={titular} />
        <MediosDeTitular {...medios} isPrimera={paginas.medios === undefined} />
        <FoliosDeTitular titular={titular} />
        <div id="registros">
          <TablaDeRegistrosDeSoporte
            tituloVisible
            filas={registrosPatronales.filas}
            siguiente={registrosPatronales.hasMas && lastNumero ? `?registros=${lastNumero}#registros` : null}
            primera={paginas.registros ? '?#registros' : null}
          />
        </div>
      </Pila>
    </SoporteFrame>
  );
}
