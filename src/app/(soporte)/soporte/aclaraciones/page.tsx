import { ESTADOS_DE_ACLARACION } from '#domain/aclaracion/estado.ts';
import { listAclaraciones } from '#tramites/aclaracion/list-aclaraciones.ts';
import { TablaParaAtender } from '#ui/aclaracion/tablas-de-aclaraciones.tsx';
import { UnEnlace } from '#ui/components/boton/boton.tsx';
import { CampoDeSeleccion } from '#ui/components/campo/campo.tsx';
import { Pagina } from '#ui/components/encabezado/encabezado.tsx';
import { FormularioDeCampos } from '#ui/components/formulario/formulario-de-campos.tsx';
import { ETIQUETA_DE_ACLARACION } from '#wording/etiquetas.ts';
import { SoporteFrame } from '../../../_frame/soporte-frame.tsx';
import { type Busqueda, parseBusqueda } from '../../../_request/parse-busqueda.ts';
import { requireSoporte } from '../../../_server/contexto.ts';
import { parsePosicion, serializePosicion } from './posicion.ts';

export const metadata = { title: 'Aclaraciones por atender' };

const ESTADOS = { '': 'Todas, primero las que esperan respuesta', ...ETIQUETA_DE_ACLARACION };

/** The work of support by age: who has waited longest for an answer comes first. */
export default async function AclaracionesPorAtender({ searchParams }: { searchParams: Busqueda }) {
  const ctx = await requireSoporte('CONSULTAR');
  const { estado: asked, despues } = await parseBusqueda(searchParams, ['estado', 'despues']);
  const estado = ESTADOS_DE_ACLARACION.find((each) => each === asked) ?? null;
  const { filas, siguiente } = await listAclaraciones(ctx, { estado, despuesDe: parsePosicion(despues) });
  const next = new URLSearchParams({
    ...(estado && { estado }),
    ...(siguiente && { despues: serializePosicion(siguiente) }),
  });
  return (
    <SoporteFrame ctx={ctx} actual="aclaraciones">
      <Pagina titulo="Aclaraciones" entradilla="Primero quien lleva más tiempo esperando respuesta.">
        <FormularioDeCampos method="get" boton="Filtrar" variante="secundario">
          <CampoDeSeleccion id="estado" etiqueta="Estado" opciones={ESTADOS} defaultValue={estado ?? ''} />
        </FormularioDeCampos>
        <TablaParaAtender aclaraciones={filas} ahora={ctx.now()} />
        {siguiente && <UnEnlace href={`/soporte/aclaraciones?${next}`}>Ver las siguientes</UnEnlace>}
      </Pagina>
    </SoporteFrame>
  );
}
