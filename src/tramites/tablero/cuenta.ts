import type { Periodo } from '#domain/soporte/rango-del-tablero.ts';
import type { ContextoDeSoporte } from '#tramites/contexto.ts';

export type Cuenta = Pick<ContextoDeSoporte, 'db'> & Periodo;
