import { Etiqueta } from '#ui/components/etiqueta/etiqueta.tsx';

export function EtiquetaDeBuzon({ activo }: { activo: boolean }) {
  return <Etiqueta tono={activo ? 'verde' : 'gris'}>{activo ? 'Activo' : 'Sin activar'}</Etiqueta>;
}
