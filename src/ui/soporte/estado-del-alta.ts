export interface EstadoDelAlta {
  /** How often it was sent: with each, the fields are drawn anew. */
  vez: number;
  alta: { rfc: string; nombre: string; rol: string };
  error: { campo?: 'rfc' | 'nombre' | 'rol'; mensaje: string } | null;
}

export type AccionDelAlta = (estado: EstadoDelAlta, formData: FormData) => Promise<EstadoDelAlta>;
