import type { Medida } from './medida.ts';
import { activacion } from './medidas/activacion.ts';
import { asociarRegistros } from './medidas/asociar-registros.ts';
import { busquedaDeSoporte } from './medidas/busqueda-de-soporte.ts';
import { carriles } from './medidas/carriles.ts';
import { emitirAcuses } from './medidas/emitir-acuses.ts';
import { firmarEnElNavegador } from './medidas/firmar-en-el-navegador.ts';
import { importPadronCommand } from './medidas/importar-padron.ts';
import { javascriptPorPagina } from './medidas/javascript-por-pagina.ts';
import { paginas } from './medidas/paginas.ts';
import { tablaDeRegistros } from './medidas/tabla-de-registros.ts';
import { tablasQueCrecen } from './medidas/tablas-que-crecen.ts';
import { tableroYMetricas } from './medidas/tablero-y-metricas.ts';
import { vencimientos } from './medidas/vencimientos.ts';
import { verificarAcuses } from './medidas/verificar-acuses.ts';
import { verificarBitacora } from './medidas/verificar-bitacora.ts';
import { verificarIngreso } from './medidas/verificar-ingreso.ts';

/** Every measure, in the order in which they run. */
export const MEDIDAS: readonly Medida[] = [
  verificarIngreso,
  firmarEnElNavegador,
  asociarRegistros,
  tablaDeRegistros,
  busquedaDeSoporte,
  importPadronCommand,
  emitirAcuses,
  verificarAcuses,
  verificarBitacora,
  javascriptPorPagina,
  vencimientos,
  carriles,
  tableroYMetricas,
  tablasQueCrecen,
  paginas,
  activacion,
];
