import type { CausaDeBaja } from '#domain/acuse/datos.ts';
import type { EstadoDeEntrega } from '#domain/medio-de-contacto/estado.ts';
import type { Salud } from '#domain/medio-de-contacto/salud.ts';
import type { MedioHallado } from '#domain/soporte/hallado.ts';

export type MedioDeReemplazo = Pick<MedioHallado, 'folio' | 'mecanismo' | 'valor' | 'estado'>;

/** All that its titular is told of a medio de contacto. */
export interface MedioMostrado extends MedioDeReemplazo {
  entrega: EstadoDeEntrega | null;
  /** Why a message did not arrive, as a code; null where that is not known. */
  motivo: string | null;
  demoradoHasta: Date | null;
  salud: Salud | null;
  fechaDeRegistro: Date;
  venceEn: Date;
  fechaDeValidacion: Date | null;
  confirmadoEn: Date | null;
  fechaDeBaja: Date | null;
  /** Its acuse of baja, where there is one, with why it ended where its titular did not ask for it. */
  baja: { causa: CausaDeBaja | null } | null;
  ajenoEn: Date | null;
  intentosFallidos: number;
  /** How many registros patronales it covers; null when it is for the RFC. */
  registros: number | null;
  etiqueta: string | null;
  reemplazadoPor: MedioDeReemplazo | null;
}
