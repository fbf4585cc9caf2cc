import type { Medida } from './medida.ts';
import { firmarEnElNavegador } from './medidas/firmar-en-el-navegador.ts';
import { verificarIngreso } from './medidas/verificar-ingreso.ts';

/** Every measure, in the order in which they run. */
export const MEDIDAS: readonly Medida[] = [verificarIngreso, firmarEnElNavegador];
