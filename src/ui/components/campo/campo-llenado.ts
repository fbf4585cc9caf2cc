import { useActionState } from 'react';

/** Of a form that was not taken: what was typed into a field, by its id, and what is wrong with it. */
export function llenarCon<Id extends string>(escrito: Partial<Record<Id, string>>, error: ErrorDeCampo | null) {
  return (id: Id) => ({
    id,
    defaultValue: escrito[id],
    error: error?.campo === id ? error.mensaje : undefined,
  });
}

export interface ErrorDeCampo {
  /** The id of the field at fault; none where it is in none of them. */
  campo?: string;
  mensaje: string;
  /** Tells it from the next like it, where the form is not drawn anew. */
  vez?: string;
}

/** What a form comes back with that was not taken. */
export interface Llenado<Campos> {
  /** How often it was sent: with each, the fields are drawn anew. */
  vez: number;
  campos: Campos;
  error: ErrorDeCampo | null;
}

export type AccionDeCampos<Campos> = (estado: Llenado<Campos>, formData: FormData) => Promise<Llenado<Campos>>;

/** A form that is shown again, as it was typed, until it is taken; without script the server does it. */
export function useLlenado<Id extends string>(accion: AccionDeCampos<Record<Id, string>>, campos: Record<Id, string>) {
  const [{ vez, error, ...llenado }, action] = useActionState(accion, { vez: 0, campos, error: null });
  return { form: { action, noValidate: true, vez }, error, de: llenarCon<Id>(llenado.campos, error) };
}
