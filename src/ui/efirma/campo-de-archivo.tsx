import type { ComponentProps } from 'react';
import { Campo } from '../components/campo/campo.tsx';
import { Icono } from '../components/icono/icono.tsx';
import estilos from './formulario-efirma.module.css';

/** Over a drawn button, since the browser's cannot be worded. It takes any file: iOS greys out `.cer` and `.key`. */
export function CampoDeArchivo({ id, etiqueta, archivo, describe, pista, requerido, ...nativo }: Props) {
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
          {archivo || 'Ningún archivo seleccionado'}
        </span>
      </div>
    </Campo>
  );
}
interface Props extends Pick<ComponentProps<'input'>, 'ref' | 'onChange'> {
  id: string;
  etiqueta: string;
  archivo: string;
  pista: string;
  requerido: boolean;
  /** Id of the error that is about this field. */
  describe?: string;
}
