import type { ComponentProps } from 'react';
import estilos from './campo.module.css';

type Nativo = Omit<ComponentProps<'input'>, 'className' | 'style' | 'type' | 'id'>;

/** A tick box with its label to the right, the whole line a target. Takes every attribute of `<input>`. */
export function Casilla({ id, etiqueta, ...nativo }: Nativo & { id: string; etiqueta: string }) {
  return (
    <div className={estilos.casilla}>
      <input {...nativo} type="checkbox" id={id} />
      <label htmlFor={id}>{etiqueta}</label>
    </div>
  );
}
