import type { ComponentProps } from 'react';
import estilos from './campo.module.css';
import { atributosDeControl, Campo, type RotuloDeCampo } from './campo.tsx';

type Nativo = Omit<ComponentProps<'textarea'>, keyof RotuloDeCampo | 'className' | 'style' | 'required' | 'name'>;

export function CampoDeParrafos({ id, etiqueta, pista, error, requerido, nombre = id, ...nativo }: Props) {
  return (
    <Campo {...{ id, etiqueta, pista, error, requerido }}>
      <textarea
        rows={8}
        {...nativo}
        {...atributosDeControl({ id, pista, error, requerido })}
        name={nombre}
        className={estilos.control}
        data-parrafos=""
      />
    </Campo>
  );
}
interface Props extends RotuloDeCampo, Nativo {
  nombre?: string;
}
