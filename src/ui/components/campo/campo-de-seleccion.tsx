import type { ComponentProps } from 'react';
import estilos from './campo.module.css';
import { atributosDeControl, Campo, type RotuloDeCampo } from './campo.tsx';

type Nativo = Omit<ComponentProps<'select'>, keyof RotuloDeCampo | 'className' | 'style' | 'required' | 'name'>;

/** A native list. The first option, with an empty value, is the guide's «Seleccione». */
export function CampoDeSeleccion({ id, etiqueta, pista, error, requerido, nombre = id, opciones, ...nativo }: Props) {
  return (
    <Campo {...{ id, etiqueta, pista, error, requerido }}>
      <select
        {...nativo}
        {...atributosDeControl({ id, pista, error, requerido })}
        name={nombre}
        className={estilos.control}
        data-lista=""
      >
        {opciones.map(({ valor, texto }) => (
          <option key={valor} value={valor}>
            {texto}
          </option>
        ))}
      </select>
    </Campo>
  );
}
interface Props extends RotuloDeCampo, Nativo {
  nombre?: string;
  opciones: readonly { valor: string; texto: string }[];
}
