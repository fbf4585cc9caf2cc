import type { ComponentProps, ReactNode } from 'react';
import { Oculto } from '../oculto/oculto.tsx';
import estilos from './campo.module.css';
import casilla from './casilla.module.css';

interface RotuloDeCampo {
  /** Becomes the control's id, and its name unless `nombre` says otherwise; error summaries link to `#id`. */
  id: string;
  etiqueta: string;
  pista?: ReactNode;
  /** What is wrong and what to do; marks the control as invalid. */
  error?: string;
  /** Shows the guide's asterisk, which is no part of the field's name. */
  requerido?: boolean;
}

/** The ids and states that tie a control to its label, hint and error; spread them on the control. */
function atributosDeControl({ id, pista, error, requerido }: Omit<RotuloDeCampo, 'etiqueta'>) {
  const descripciones = [pista && `${id}-pista`, error && `${id}-error`].filter(Boolean).join(' ');
  return {
    id,
    required: requerido,
    'aria-describedby': descripciones || undefined,
    'aria-invalid': error ? (true as const) : undefined,
  };
}

/** Label, hint and error around any control (file inputs too): the control takes `atributosDeControl`. */
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

/** What a control and its label have in common, and the attributes that are the browser's own. */
interface PropsDeControl extends RotuloDeCampo {
  /** `null` leaves the name out, as secrets must. */
  nombre?: string | null;
}
type Nativo<Control extends 'input' | 'select' | 'textarea'> = PropsDeControl &
  Omit<ComponentProps<Control>, keyof RotuloDeCampo | 'className' | 'style' | 'required' | 'name'>;

function partesDe<Props extends PropsDeControl>(props: Props) {
  const { id, etiqueta, pista, error, requerido, nombre = id, ...nativo } = props;
  const rotulo = { id, etiqueta, pista, error, requerido };
  const control = { ...nativo, ...atributosDeControl(rotulo), name: nombre ?? undefined, className: estilos.control };
  return { rotulo, control };
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
