/** Why a registro patronal cannot take a medio: it has it already, or has no place left for one of its kind. */
export type MotivoSinCupo = 'REPETIDO' | 'LLENO';

export interface RegistroSinCupo {
  numero: string;
  subdelegacion: string;
  motivo: MotivoSinCupo;
}

/** In words, of several of them. */
export const MOTIVOS_SIN_CUPO = {
  REPETIDO: 'Ya lo tienen',
  LLENO: 'Ya tienen el máximo de medios de ese tipo',
} as const satisfies Record<MotivoSinCupo, string>;
