import { parseRango, RANGOS } from '#domain/soporte/rango-del-tablero.ts';
import { listConsultas } from '#tramites/soporte/list-consultas.ts';
import { collectTablero } from '#tramites/tablero/collect-tablero.ts';
import { Pagina } from '#ui/components/encabezado/encabezado.tsx';
import { Pestanas } from '#ui/components/pestanas/pestanas.tsx';
import { TablaDeConsultas } from '#ui/soporte/tabla-de-consultas.tsx';
import {
  AclaracionesPorEdad,
  EmbudoDeActivacion,
  EntregasPorDominio,
  EntregasPorProveedor,
  Rebotes,
  SinMedio,
  TiemposDeValidacion,
} from '#ui/tablero/cifras.tsx';
import { ActivacionesPorDia } from '#ui/tablero/grafica.tsx';
import { SoporteFrame } from '../../../_frame/soporte-frame.tsx';
import { type Busqueda, parseBusqueda } from '../../../_request/parse-busqueda.ts';
import { requireSoporte } from '../../../_server/contexto.ts';

export const metadata = { title: 'Tablero' };

const direccionDe = (dias: number) => `/soporte/tablero?dias=${dias}`;
const PESTANAS = RANGOS.map((dias) => ({ href: direccionDe(dias), texto: `${dias} días` }));

/** How the activation goes, for whoever supervises: figures as they are now but for late changes, which the worker sums. */
export default async function TableroDeSupervision({ searchParams }: { searchParams: Busqueda }) {
  const ctx = await requireSoporte('SUPERVISAR');
  const rango = parseRango((await parseBusqueda(searchParams, ['dias'])).dias);
  const { activaciones, embudo, entregas, rebotes, sinMedio, tiempos, aclaraciones } = await collectTablero(ctx, rango);
  const { consultas: alarmas } = await listConsultas(ctx, { evento: 'MOSTRADOS_EN_SERIE' });
  return (
    <SoporteFrame ctx={ctx} actual="tablero">
      <Pagina
        titulo="Tablero"
        entradilla="Los días son del Tiempo del Centro de México, hoy incluido. Lo que cambia en horas anteriores se corrige en unos minutos. Los dominios con menos de cinco mensajes se suman como «otros»."
      >
        <Pestanas etiqueta="Periodo" pestanas={PESTANAS} actual={direccionDe(rango)} />
        <TablaDeConsultas titulo="Alarmas: muchos folios mostrados con el mismo motivo" consultas={alarmas} />
        <ActivacionesPorDia dias={activaciones} />
        <EmbudoDeActivacion embudo={embudo} />
        <EntregasPorProveedor entregas={entregas.porProveedor} />
        <EntregasPorDominio entregas={entregas.porDominio} />
        <Rebotes rebotes={rebotes} />
        <SinMedio titulares={sinMedio} />
        <TiemposDeValidacion tiempos={tiempos} />
        <AclaracionesPorEdad edades={aclaraciones} />
      </Pagina>
    </SoporteFrame>
  );
}
