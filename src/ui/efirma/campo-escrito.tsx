import type { ComponentProps } from 'react';
import campo from '../components/campo/campo.module.css';
import { Campo } from '../components/campo/campo.tsx';
import estilos from './formulario-efirma.module.css';

const ATRIBUTOS = {
  rfc: { type: 'text', maxLength: 40, autoCapitalize: 'characters', 'data-corto': '' },
  contrasena: { type: 'password', maxLength: 256, 'data-1p-ignore': '', 'data-lpignore': 'true' },
} as const;

/** A typed field without a `name`, which no browser submits and no password manager is asked to keep. */
export function CampoEscrito({ id, etiqueta, tipo, describe, ...nativo }: Props) {
  return (
    <Campo id={id} etiqueta={etiqueta} requerido>
      <input
        {...ATRIBUTOS[tipo]}
        {...nativo}
        id={id}
        required
        autoComplete="off"
        spellCheck={false}
        className={`${campo.control} ${tipo === 'rfc' ? estilos.rfc : ''}`}
        aria-describedby={describe}
      />
    </Campo>
  );
}
interface Props extends Pick<ComponentProps<'input'>, 'ref' | 'defaultValue' | 'onKeyDown' | 'aria-invalid'> {
  id: string;
  etiqueta: string;
  tipo: 'rfc' | 'contrasena';
  /** Id of the error that is about this field. */
  describe?: string;
}
