import type { EstadoDeAclaracion } from '#domain/aclaracion/estado.ts';
import type { EstadoDeMedio } from '#domain/medio-de-contacto/estado.ts';
import { ETIQUETA_DE_ACLARACION, ETIQUETA_DE_ESTADO } from '#wording/etiquetas.ts';
import estilos from './etiqueta.module.css';

type Tono = 'verde' | 'amarillo' | 'rojo' | 'gris';

/** A state in a word («En proceso», «Validado», «Cancelado», «Baja»): the colour only repeats it. */
export function Etiqueta({ tono = 'gris', children }: { tono?: Tono; children: string }) {
  return (
    <span className={estilos.etiqueta} data-tono={tono}>
      {children}
    </span>
  );
}

const TONOS = {
  EN_PROCESO: 'amarillo',
  VALIDADO: 'verde',
  CANCELADO: 'rojo',
  BAJA: 'gris',
  PRESENTADA: 'amarillo',
  EN_ATENCION: 'amarillo',
  RESPONDIDA: 'verde',
  CERRADA: 'gris',
} as const satisfies Record<EstadoDeMedio | EstadoDeAclaracion, Tono>;

/** Of a medio de contacto or of an aclaración. */
export function EtiquetaDeEstado({ estado }: { estado: EstadoDeMedio | EstadoDeAclaracion }) {
  return <Etiqueta tono={TONOS[estado]}>{{ ...ETIQUETA_DE_ESTADO, ...ETIQUETA_DE_ACLARACION }[estado]}</Etiqueta>;
}

export function EtiquetaDeBuzon({ activo }: { activo: boolean }) {
  return <Etiqueta tono={activo ? 'verde' : 'gris'}>{activo ? 'Activo' : 'Sin activar'}</Etiqueta>;
}
