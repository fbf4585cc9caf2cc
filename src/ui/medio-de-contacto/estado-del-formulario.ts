import type { ErrorDeCampo } from '#ui/components/campo/campo-llenado.ts';

export interface MedioEscrito {
  mecanismo: string;
  valor: string;
}

/** Those of the guide's form, and those of the form that asks for both medios at once. */
export const CAMPOS_DE_MEDIO = ['mecanismo', 'valor', 'correo', 'telefono'] as const;
export type CampoDeMedio = (typeof CAMPOS_DE_MEDIO)[number];
export const CAMPO_DE_MECANISMO = { CORREO_ELECTRONICO: 'correo', TELEFONO: 'telefono' } as const;

/** With the folio of the medio whose place the new one is to take, if any. */
export type Escrito = Partial<Record<CampoDeMedio | 'reemplaza', string>>;

export type EstadoDelFormulario = { escrito: Escrito } & (
  | { paso: 'captura'; error: ErrorDeCampo | null }
  | { paso: 'confirmar'; peticionId: string; preguntas: PreguntaDeRegistro[] }
);

/** Gets the next state of what was sent: with script in place, without it as a page. */
export type AccionDeRegistro = (estado: EstadoDelFormulario, formData: FormData) => Promise<EstadoDelFormulario>;

/** What the window says of a medio besides its question. */
export interface PreguntaDeRegistro {
  campo: CampoDeMedio;
  /** The medio as it will be registered. */
  mostrado: string;
  /** An old prefix that was taken off the number. */
  prefijoQuitado: string | null;
  /** An address that is probably meant: asked about, never forced. */
  sugerencia: string | null;
}
