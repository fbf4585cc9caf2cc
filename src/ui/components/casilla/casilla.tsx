import type { ComponentProps, ReactNode } from 'react';
import estilos from './casilla.module.css';

/** A checkbox inside its label, as high as a finger. */
export function Casilla({ etiqueta, ...nativo }: Props) {
  return (
    <label className={estilos.casilla}>
      <input type="checkbox" {...nativo} />
      <span>{etiqueta}</span>
    </label>
  );
}
type Props = Omit<ComponentProps<'input'>, 'type' | 'className' | 'style'> & {
  etiqueta: ReactNode;
};
