export interface MedioEscrito {
  mecanismo: string;
  valor: string;
}

export type EstadoDelFormulario =
  | ({ paso: 'captura'; error: { campo?: 'mecanismo' | 'valor'; mensaje: string } | null } & MedioEscrito)
  | ({ paso: 'confirmar'; peticionId: string; pregunta: PreguntaDeRegistro } & MedioEscrito);

/** What the window says besides its question. */
export interface PreguntaDeRegistro {
  /** The medio as it will be registered. */
  mostrado: string;
  /** An old prefix that was taken off the number. */
  prefijoQuitado: string | null;
  /** An address that is probably meant: asked about, never forced. */
  sugerencia: string | null;
}

export const FORMULARIO_VACIO: EstadoDelFormulario = { paso: 'captura', mecanismo: '', valor: '', error: null };
