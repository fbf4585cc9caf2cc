export interface PasoDeEvidencia {
  titulo: string;
  explicacion: string;
  comandos: string[];
}
