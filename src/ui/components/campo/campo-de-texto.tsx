import type { ComponentProps } from 'react';
import estilos from './campo.module.css';
import { atributosDeControl, Campo, type RotuloDeCampo } from './campo.tsx';

type Nativo = Omit<ComponentProps<'input'>, keyof RotuloDeCampo | 'className' | 'style' | 'required' | 'name'>;

/** A line of text. `name` is the id by default; `nombre={null}` leaves it out, as secrets must. */
export function CampoDeTexto({ id, etiqueta, pista, error, requerido, nombre = id, corto, ...nativo }: Props) {
  return (
    <Campo {...{ id, etiqueta, pista, error, requerido }}>
      <input
        type="text"
        {...nativo}
        {...atributosDeControl({ id, pista, error, requerido })}
        name={nombre ?? undefined}
        className={estilos.control}
        data-corto={corto ? '' : undefined}
      />
    </Campo>
  );
}
interface Props extends RotuloDeCampo, Nativo {
  nombre?: string | null;
  /** For an RFC, a phone number or a code. */
  corto?: boolean;
}
