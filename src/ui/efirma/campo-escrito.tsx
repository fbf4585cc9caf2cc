import { type ComponentProps, useState } from 'react';
import { Boton } from '../components/boton/boton.tsx';
import campo from '../components/campo/campo.module.css';
import { Campo } from '../components/campo/campo.tsx';
import { useHydrated } from '../use-hydrated.ts';
import estilos from './formulario-efirma.module.css';

const ATRIBUTOS = {
  rfc: { type: 'text', maxLength: 40, autoCapitalize: 'characters', 'data-corto': '' },
  contrasena: { type: 'password', maxLength: 256, 'data-1p-ignore': '', 'data-lpignore': 'true' },
} as const;

/** A typed field without a `name`, which no browser submits and no password manager is asked to keep. */
export function CampoEscrito({ id, etiqueta, tipo, pista, describe, ...nativo }: Props) {
  const [isVisible, setVisible] = useState(false);
  const isHydrated = useHydrated();
  return (
    <Campo {...{ id, etiqueta, pista }} requerido>
      <input
        {...ATRIBUTOS[tipo]}
        {...nativo}
        {...(isVisible && { type: 'text' })}
        id={id}
        required
        aria-invalid={describe !== undefined || undefined}
        autoComplete="off"
        spellCheck={false}
        className={`${campo.control} ${tipo === 'rfc' ? estilos.rfc : ''}`}
        aria-describedby={[pista && `${id}-pista`, describe].filter(Boolean).join(' ') || undefined}
      />
      {tipo === 'contrasena' && (
        <Boton
          type="button"
          variante="enlace"
          disabled={!isHydrated}
          aria-pressed={isVisible}
          onClick={() => setVisible(!isVisible)}
        >
          Mostrar contraseña
        </Boton>
      )}
    </Campo>
  );
}
interface Props extends Pick<ComponentProps<'input'>, 'ref' | 'defaultValue' | 'onKeyDown'> {
  id: string;
  etiqueta: string;
  tipo: 'rfc' | 'contrasena';
  pista?: string | undefined;
  /** Id of the error that is about this field. */
  describe?: string;
}
