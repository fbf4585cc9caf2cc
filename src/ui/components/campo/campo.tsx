import type { ReactNode } from 'react';
import { Oculto } from '../oculto/oculto.tsx';
import estilos from './campo.module.css';

export interface RotuloDeCampo {
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
export function atributosDeControl({ id, pista, error, requerido }: Omit<RotuloDeCampo, 'etiqueta'>) {
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
