import estilos from './etiqueta.module.css';

export type TonoDeEtiqueta = 'verde' | 'amarillo' | 'rojo' | 'gris';

/** A state in a word («En proceso», «Validado», «Cancelado», «Baja»): the colour only repeats it. */
export function Etiqueta({ tono = 'gris', children }: { tono?: TonoDeEtiqueta; children: string }) {
  return (
    <span className={estilos.etiqueta} data-tono={tono}>
      {children}
    </span>
  );
}
