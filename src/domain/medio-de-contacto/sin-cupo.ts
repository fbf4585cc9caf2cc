/** Why a registro patronal cannot take a medio: it has it already, or has no place left for one of its kind. */
export type MotivoSinCupo = 'REPETIDO' | 'LLENO';

export interface RegistroSinCupo {
  numero: string;
  subdelegacion: string;
  motivo: MotivoSinCupo;
}
