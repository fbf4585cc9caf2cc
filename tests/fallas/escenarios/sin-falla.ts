import { type Falla, NADA } from '../falla.ts';

/** What everything else is compared with. */
const sinFalla = (nombre: string): Falla => ({
  nombre,
  afecta: NADA,
  isBase: true,
  corta: true,
  begin: async () => async () => undefined,
});

export const ANTES = sinFalla('sin falla, al principio');
export const DESPUES = sinFalla('sin falla, al final');
