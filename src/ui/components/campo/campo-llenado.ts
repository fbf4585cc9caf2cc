import { useActionState } from 'react';

/** Of a form that was not taken: what was typed into a field, by its id, and what is wrong with it. */
export function llenarCon<Id extends string>(escrito: Partial<Record<Id, Valor>>, error: ErrorDeCampo | null) {
  return (id: Id) => ({
    id,
    defaultValue: escrito[id],
    error: error?.campo === id ? error.mensaje : undefined,
  });
}

type Valor = string | readonly string[];

export interface ErrorDeCampo {
  /** The id of the field at fault; none where it is in none of them. */
  campo?: string;
  mensaje: string;
  /** Tells it from the next like it, where the form is not drawn anew. */
  vez?: string;
}

/** What a form comes back with that was not taken. */
export interface Llenado<Campos, Ademas = unknown> {
  /** How often it was sent: with each, the fields are drawn anew. */
  vez: number;
  campos: Campos;
  error: ErrorDeCampo | null;
  /** What else the answer says. */
  ademas?: Ademas;
}

export type AccionDeCampos<Campos, Ademas = unknown> = (
  estado: Llenado<Campos, Ademas>,
  formData: FormData,
) => Promise<Llenado<Campos, Ademas>>;

/** A form that is shown again, as it was typed, until it is taken; without script the server does it. */
export function useLlenado<Campos extends Partial<Record<keyof Campos, Valor>>, Ademas>(
  accion: AccionDeCampos<Campos, Ademas>,
  vacio: Campos,
) {
  const [{ vez, campos, error, ademas }, action] = useActionState(accion, { vez: 0, campos: vacio, error: null });
  const de = llenarCon<keyof Campos & string>(campos, error);
  return { form: { action, noValidate: true, vez }, campos, error, ademas, de };
}
