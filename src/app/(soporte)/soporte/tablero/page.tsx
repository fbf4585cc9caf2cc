import type { Metadata } from 'next';
import { parseRango, RANGOS } from '#domain/soporte/rango-del-tablero.ts';
import { collectTablero } from '#tramites/tablero/collect-tablero.ts';
import { Encabezado } from '#ui/components/encabezado/encabezado.tsx';
import { Pestanas } from '#ui/components/pestanas/pestanas.tsx';
import { Pila } from '#ui/components/pila/pila.tsx';
import { AclaracionesPorEdad } from '#ui/tablero/aclaraciones-por-edad.tsx';
import { ActivacionesPorDia } from '#ui/tablero/activaciones-por-dia.tsx';
import { EmbudoDeActivacion } from '#ui/tablero/embudo-de-activacion.tsx';
import { EntregasPorDominio, EntregasPorProveedor } from '#ui/tablero/entregas.tsx';
import { Rebotes } from '#ui/tablero/rebotes.tsx';
import { TiemposDeValidacion } from '#ui/tablero/tiempos-de-validacion.tsx';
import { SoporteFrame } from '../../../_frame/soporte-frame.tsx';
import { type Busqueda, parseBusqueda } from '../../../_request/parse-busqueda.ts';
import { requireSoporte } from '../../../_server/contexto.ts';

export const metadata: Metadata = { title: 'Tablero' };

const direccionDe = (dias: number) => `/soporte/tablero?dias=${dias}`;
const PESTANAS = RANGOS.map((dias) => ({ href: direccionDe(dias), texto: `${dias} días` }));

/** How the activation goes, for whoever supervises: figures as they are now, days in Central time. */
export default async function TableroDeSupervision({ searchParams }: { searchParams: Busqueda }) {
  const ctx = await requireSoporte('SUPERVISAR');
  const rango = parseRango((await parseBusqueda(searchParams, ['dias'])).dias);
  const { activaciones, embudo, entregas, rebotes, tiempos, aclaraciones } = await collectTablero(ctx, rango);
  return (
    <SoporteFrame ctx={ctx} actual="tablero">
      <Pila espacio="amplia">
        <Encabezado
          titulo="Tablero"
          entradilla="Los días son del Tiempo del Centro de México, hoy incluido. Los dominios con menos de cinco mensajes se suman como «otros»."
        />
        <Pestanas etiqueta="Periodo" pestanas={PESTANAS} actual={direccionDe(rango)} />
        <ActivacionesPorDia activaciones={activaciones} />
        <EmbudoDeActivacion embudo={embudo} />
        <EntregasPorProveedor entregas={entregas.porProveedor} />
        <EntregasPorDominio entregas={entregas.porDominio} />
        <Rebotes rebotes={rebotes} />
        <TiemposDeValidacion tiempos={tiempos} />
        <AclaracionesPorEdad edades={aclaraciones} />
      </Pila>
    </SoporteFrame>
  );
}
