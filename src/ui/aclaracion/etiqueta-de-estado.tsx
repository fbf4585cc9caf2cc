import type { EstadoDeAclaracion } from '#domain/aclaracion/estado.ts';
import { Etiqueta, type TonoDeEtiqueta } from '#ui/components/etiqueta/etiqueta.tsx';
import { ETIQUETA_DE_ACLARACION } from '#wording/etiquetas.ts';

const TONOS = {
  PRESENTADA: 'amarillo',
  EN_ATENCION: 'amarillo',
  RESPONDIDA: 'verde',
  CERRADA: 'gris',
} as const satisfies Record<EstadoDeAclaracion, TonoDeEtiqueta>;

export function EtiquetaDeEstado({ estado }: { estado: EstadoDeAclaracion }) {
  return <Etiqueta tono={TONOS[estado]}>{ETIQUETA_DE_ACLARACION[estado]}</Etiqueta>;
}
