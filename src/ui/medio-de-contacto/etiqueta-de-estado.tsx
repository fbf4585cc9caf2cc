import type { EstadoDeMedio } from '#domain/medio-de-contacto/estado.ts';
import { Etiqueta, type TonoDeEtiqueta } from '#ui/components/etiqueta/etiqueta.tsx';
import { ETIQUETA_DE_ESTADO } from '#wording/etiquetas.ts';

const TONOS = {
  EN_PROCESO: 'amarillo',
  VALIDADO: 'verde',
  CANCELADO: 'rojo',
  BAJA: 'gris',
} as const satisfies Record<EstadoDeMedio, TonoDeEtiqueta>;

export function EtiquetaDeEstado({ estado }: { estado: EstadoDeMedio }) {
  return <Etiqueta tono={TONOS[estado]}>{ETIQUETA_DE_ESTADO[estado]}</Etiqueta>;
}
