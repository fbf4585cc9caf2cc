import { formatFechaConSegundos } from '#domain/fecha.ts';
import type { Lado } from '#domain/representacion/estado.ts';

export interface FirmaDeDesignacion {
  lado: Lado;
  fecha: Date;
  serie: string;
}

const DE_QUIEN = { TITULAR: 'Firma del titular', REPRESENTANTE: 'Firma del representante' } as const;

/** Each signature by whose it is, with when and by which e.firma. */
export function firmasDeDesignacion(firmas: readonly FirmaDeDesignacion[]) {
  return firmas.map(({ lado, fecha, serie }) => ({
    termino: DE_QUIEN[lado],
    valor: `el ${formatFechaConSegundos(fecha)}, con la e.firma de serie ${serie}`,
  }));
}
