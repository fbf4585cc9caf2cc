/** What came of a form of the console that was not accepted, with what was typed. */
export interface EstadoDeSoporte {
  mensaje: string | null;
  /** Tells one failure from the next like it. */
  vez: number;
  campos: Record<string, string>;
}
