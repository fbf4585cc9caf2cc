/** What was typed, as it came: what the form shows again when not taken. The chosen file cannot be shown again. */
export interface Escrito {
  asunto: string;
  folioDelMedio: string;
  texto: string;
}

export type CampoDelEscrito = 'asunto' | 'folioDelMedio' | 'texto' | 'adjunto';

export interface EstadoDelEscrito {
  /** How often it was sent: with each, the fields are drawn anew. */
  vez: number;
  escrito: Escrito;
  error: { campo?: CampoDelEscrito; mensaje: string } | null;
  /** A file was chosen with what was refused: it has to be chosen again. */
  conArchivo: boolean;
}

export type AccionDelEscrito = (estado: EstadoDelEscrito, formData: FormData) => Promise<EstadoDelEscrito>;
