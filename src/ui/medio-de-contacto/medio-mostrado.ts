import type { CausaDeBaja } from '#domain/acuse/datos.ts';
import type { EstadoDeEntrega, EstadoDeMedio } from '#domain/medio-de-contacto/estado.ts';
import type { Mecanismo } from '#domain/medio-de-contacto/mecanismo.ts';
import type { Salud } from '#domain/medio-de-contacto/salud.ts';

/** All that its titular is told of a medio de contacto. */
export interface MedioMostrado {
  folio: string;
  mecanismo: Mecanismo;
  valor: string;
  estado: EstadoDeMedio;
  entrega: EstadoDeEntrega | null;
  /** Why a message did not arrive, as a code; null where that is not known. */
  motivo: string | null;
  demoradoHasta: Date | null;
  salud: Salud | null;
  fechaDeRegistro: Date;
  venceEn: Date;
  fechaDeValidacion: Date | null;
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

export type MedioDeReemplazo = Pick<MedioMostrado, 'folio' | 'mecanismo' | 'valor' | 'estado'>;
