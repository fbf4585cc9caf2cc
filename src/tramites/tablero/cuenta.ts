import type { Periodo } from '#domain/soporte/rango-del-tablero.ts';
import type { ContextoDeSoporte } from '#tramites/contexto.ts';

/** What each figure is counted with. */
export type Cuenta = Pick<ContextoDeSoporte, 'db'> & Periodo;
