/** One thing that anyone can verify of an acuse, and how. */
export interface PasoDeEvidencia {
  titulo: string;
  explicacion: string;
  /** To be run with a POSIX shell in the folder of the files. */
  comandos: string[];
}
