import { type ComponentProps, useState } from 'react';
import { Boton } from '../components/boton/boton.tsx';
import campo from '../components/campo/campo.module.css';
import { Campo } from '../components/campo/campo.tsx';
import { Icono } from '../components/icono/icono.tsx';
import { useHydrated } from '../use-hydrated.ts';
import estilos from './formulario-efirma.module.css';

/** Over a drawn button, since the browser's cannot be worded. It takes any file: iOS greys out `.cer` and `.key`. */
export function CampoDeArchivo({
  id,
  etiqueta,
  archivo,
  extension,
  describe,
  pista,
  requerido,
  ...nativo
}: PropsDeArchivo) {
  return (
    <Campo {...{ id, etiqueta, pista, requerido }}>
      <div className={estilos.archivo} data-invalido={describe ? '' : undefined}>
        <input
          {...nativo}
          type="file"
          id={id}
          multiple
          required={requerido}
          aria-invalid={describe !== undefined || undefined}
          className={estilos.entrada}
          aria-describedby={[`${id}-archivo`, `${id}-pista`, describe].filter(Boolean).join(' ')}
        />
        <span className={estilos.seleccionar} aria-hidden="true">
          <Icono nombre="documento" />
          Seleccionar archivo
        </span>
        <span className={estilos.nombre} id={`${id}-archivo`} data-vacio={archivo ? undefined : ''}>
          {archivo || `Ningún archivo ${extension} seleccionado`}
        </span>
      </div>
    </Campo>
  );
}
interface PropsDeArchivo extends Rotulo, Pick<ComponentProps<'input'>, 'ref' | 'onChange'> {
  archivo: string;
  extension: '.cer' | '.key';
  requerido: boolean;
}
interface Rotulo extends Pick<ComponentProps<typeof Campo>, 'id' | 'etiqueta' | 'pista'> {
  /** Id of the error that is about this field. */
  describe?: string;
}

const ATRIBUTOS = {
  rfc: { type: 'text', maxLength: 40, autoCapitalize: 'characters', 'data-corto': '' },
  contrasena: { type: 'password', maxLength: 256, 'data-1p-ignore': '', 'data-lpignore': 'true' },
} as const;

/** A typed field without a `name`, which no browser submits and no password manager is asked to keep. */
export function CampoEscrito({ id, etiqueta, tipo, pista, describe, ...nativo }: PropsDeEscrito) {
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
interface PropsDeEscrito extends Rotulo, Pick<ComponentProps<'input'>, 'ref' | 'defaultValue' | 'onKeyDown'> {
  tipo: 'rfc' | 'contrasena';
}
