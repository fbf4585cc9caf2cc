import type { ComponentProps } from 'react';
import { Campo } from '../components/campo/campo.tsx';
import { Icono } from '../components/icono/icono.tsx';
import estilos from './formulario-efirma.module.css';

/** Over a drawn button, since the browser's cannot be worded. It takes any file: iOS greys out `.cer` and `.key`. */
export function CampoDeArchivo({ id, etiqueta, archivo, describe, ...nativo }: Props) {
  return (
    <Campo id={id} etiqueta={etiqueta} requerido>
      <div className={estilos.archivo} data-invalido={nativo['aria-invalid'] ? '' : undefined}>
        <input
          {...nativo}
          type="file"
          id={id}
          multiple
          required
          className={estilos.entrada}
          aria-describedby={[`${id}-archivo`, describe].filter(Boolean).join(' ')}
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
interface Props extends Pick<ComponentProps<'input'>, 'ref' | 'onChange' | 'aria-invalid'> {
  id: string;
  etiqueta: string;
  archivo: string;
  /** Id of the error that is about this field. */
  describe?: string;
}
