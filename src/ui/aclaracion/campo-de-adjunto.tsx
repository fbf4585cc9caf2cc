import type { ComponentProps } from 'react';
import estilos from '#ui/components/campo/campo.module.css';
import { atributosDeControl, Campo } from '#ui/components/campo/campo.tsx';

/** One file, by the browser's own button: it works without script. iOS makes a JPEG of its photographs for it. */
export function CampoDeAdjunto({ conArchivo, error, onChange }: Props) {
  const id = 'adjunto';
  const pista = conArchivo
    ? 'Elige de nuevo tu archivo: PDF, PNG o JPEG, de hasta 5 MB.'
    : 'PDF, PNG o JPEG, de hasta 5 MB. Es opcional.';
  return (
    <Campo {...{ id, pista, error }} etiqueta="Archivo adjunto">
      <input
        {...atributosDeControl({ id, pista, error })}
        type="file"
        name={id}
        accept="application/pdf,image/png,image/jpeg"
        className={estilos.control}
        onChange={onChange}
      />
    </Campo>
  );
}
interface Props extends Pick<ComponentProps<'input'>, 'onChange'> {
  /** One was chosen before and has to be chosen again. */
  conArchivo: boolean;
  error?: string;
}
