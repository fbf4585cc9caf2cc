import type { ComponentProps, ReactNode } from 'react';
import { Oculto } from '../oculto/oculto.tsx';
import estilos from './campo.module.css';
import casilla from './casilla.module.css';

interface RotuloDeCampo {
  /** Becomes the control's id and name; error summaries link to `#id`. */
  id: string;
  etiqueta: string;
  pista?: ReactNode;
  /** What is wrong and what to do; marks the control as invalid. */
  error?: string;
  /** Shows the guide's asterisk, which is no part of the field's name. */
  requerido?: boolean;
}

/** Label, hint and error around any control (file inputs too). */
export function Campo({ id, etiqueta, pista, error, requerido, children }: RotuloDeCampo & { children: ReactNode }) {
  return (
    <div className={estilos.campo} data-error={error ? '' : undefined}>
      <label className={estilos.etiqueta} htmlFor={id} data-requerido={requerido ? '' : undefined}>
        {etiqueta}
      </label>
      {pista && (
        <div className={estilos.pista} id={`${id}-pista`}>
          {pista}
        </div>
      )}
      {error && (
        <p className={estilos.error} id={`${id}-error`}>
          <Oculto>Error: </Oculto>
          {error}
        </p>
      )}
      {children}
    </div>
  );
}

/** A field's label, and the attributes of its control that are the browser's own. */
type Nativo<Control extends 'input' | 'select' | 'textarea'> = RotuloDeCampo &
  Omit<ComponentProps<Control>, keyof RotuloDeCampo | 'className' | 'style' | 'required' | 'name'>;

/** With the ids and states that tie a control to its label, hint and error. */
function partesDe<Props extends RotuloDeCampo>(props: Props) {
  const { id, etiqueta, pista, error, requerido, ...nativo } = props;
  const descripciones = [pista && `${id}-pista`, error && `${id}-error`].filter(Boolean).join(' ');
  const control = {
    ...nativo,
    id,
    required: requerido,
    'aria-describedby': descripciones || undefined,
    'aria-invalid': error ? (true as const) : undefined,
    name: id,
    className: estilos.control,
  };
  return { rotulo: { id, etiqueta, pista, error, requerido }, control };
}

/** A line of text; `corto` for an RFC, a phone number or a code. */
export function CampoDeTexto({ corto, ...props }: Nativo<'input'> & { corto?: boolean }) {
  const { rotulo, control } = partesDe(props);
  return (
    <Campo {...rotulo}>
      <input type="text" {...control} data-corto={corto ? '' : undefined} />
    </Campo>
  );
}

export function CampoDeParrafos(props: Nativo<'textarea'>) {
  const { rotulo, control } = partesDe(props);
  return (
    <Campo {...rotulo}>
      <textarea rows={8} {...control} data-parrafos="" />
    </Campo>
  );
}

/** A native list of what each value is called. The first, where it is empty, is the guide's «Seleccione». */
export function CampoDeSeleccion({ opciones, ...props }: Nativo<'select'> & { opciones: Record<string, string> }) {
  const { rotulo, control } = partesDe(props);
  return (
    <Campo {...rotulo}>
      <select {...control} data-lista="">
        {Object.entries(opciones).map(([valor, texto]) => (
          <option key={valor} value={valor}>
            {texto}
          </option>
        ))}
      </select>
    </Campo>
  );
}

/** A checkbox inside its label, as high as a finger. */
export function Casilla({ etiqueta, ...nativo }: PropsDeCasilla) {
  return (
    <label className={casilla.casilla}>
      <input type="checkbox" {...nativo} />
      <span>{etiqueta}</span>
    </label>
  );
}
type PropsDeCasilla = Omit<ComponentProps<'input'>, 'type' | 'className' | 'style'> & {
  etiqueta: ReactNode;
};
