import { Etiqueta } from '#ui/components/etiqueta/etiqueta.tsx';

/** Whether the Buzón of a titular is active. */
export function EtiquetaDeBuzon({ activo }: { activo: boolean }) {
  return <Etiqueta tono={activo ? 'verde' : 'gris'}>{activo ? 'Activo' : 'Sin activar'}</Etiqueta>;
}
