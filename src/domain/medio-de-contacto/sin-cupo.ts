export type MotivoSinCupo = 'REPETIDO' | 'LLENO';

export interface RegistroSinCupo {
  numero: string;
  subdelegacion: string;
  motivo: MotivoSinCupo;
}
