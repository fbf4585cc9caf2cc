type MotivoSinCupo = 'REPETIDO' | 'LLENO';

export interface RegistroSinCupo {
  numero: string;
  subdelegacion: string;
  motivo: MotivoSinCupo;
}

export const MOTIVOS_SIN_CUPO = {
  REPETIDO: 'Ya lo tienen',
  LLENO: 'Ya tienen el máximo de medios de ese tipo',
} as const satisfies Record<MotivoSinCupo, string>;
