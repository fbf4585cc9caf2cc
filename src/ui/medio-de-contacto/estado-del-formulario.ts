/** What the form of a new medio shows: what was typed, what is wrong with it, or the window that asks to go on. */
export type EstadoDelFormulario =
  | {
      paso: 'captura';
      mecanismo: string;
      valor: string;
      error: { campo: 'mecanismo' | 'valor'; mensaje: string } | null;
    }
  | { paso: 'confirmar'; mecanismo: string; valor: string; peticionId: string };

export const FORMULARIO_VACIO: EstadoDelFormulario = { paso: 'captura', mecanismo: '', valor: '', error: null };
