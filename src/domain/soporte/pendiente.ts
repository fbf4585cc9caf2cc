/** One thing that will happen to a folio, and when. */
export interface Pendiente {
  cuando: Date;
  texto: string;
  /** It is being done at this moment. */
  isEnCurso: boolean;
}
