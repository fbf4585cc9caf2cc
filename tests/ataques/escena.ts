import { downloadEfirma } from '../support/efirma-de-demo.ts';
import type { Portal } from '../support/portal.ts';
import { createVisitante, type Visitante } from '../support/visitante.ts';
import type { Directo, Escena } from './ataque.ts';
import { CONTRA_ACCIONES } from './contra-acciones.ts';
import { CONTRA_IDENTIDAD } from './contra-identidad.ts';
import { CONTRA_INGRESO } from './contra-ingreso.ts';
import { CONTRA_PETICIONES } from './contra-peticiones.ts';

/** In the order in which they are tried: what fills a limit comes last. */
export const DIRECTOS: readonly Directo[] = [
  ...CONTRA_PETICIONES,
  ...CONTRA_INGRESO,
  ...CONTRA_ACCIONES,
  ...CONTRA_IDENTIDAD,
];

export function createEscena({ url, port }: Pick<Portal, 'url' | 'port'>): Escena {
  const efirma = (slug: string) => downloadEfirma(url, slug);
  let titular: Promise<Visitante> | undefined;
  const enter = async () => {
    const visitante = createVisitante(url);
    await visitante.ingresar(await efirma('moral-con-ampersand'));
    return visitante;
  };
  return {
    url,
    port,
    efirma,
    nuevo: () => createVisitante(url),
    titular: () => {
      titular ??= enter();
      return titular;
    },
  };
}
