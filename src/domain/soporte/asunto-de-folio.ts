import type { AsuntoDeAclaracion } from '../aclaracion/asunto.ts';
import type { EstadoDeAclaracion } from '../aclaracion/estado.ts';
import type { CausaDeBaja } from '../acuse/datos.ts';
import type { Apertura } from '../medio-de-contacto/apertura.ts';
import type { CausaDeCancelacion } from '../medio-de-contacto/cancelacion.ts';
import type { EstadoDeMedio } from '../medio-de-contacto/estado.ts';
import type { Mecanismo } from '../medio-de-contacto/mecanismo.ts';
import type { EstadoDeSolicitud } from '../solicitud/estado.ts';
import type { MensajeConEvidencia } from './mensaje-con-evidencia.ts';

/** What a folio is of, and how it stands. Values come as they may be shown. */
export type AsuntoDeFolio =
  | ({ tipo: 'MEDIO'; valor: string; fecha: Date } & MedioPorResumir)
  | ({ tipo: 'BAJA_DE_REGISTROS' } & BajaDeRegistros)
  | {
      tipo: 'SOLICITUD';
      folio: string;
      estado: EstadoDeSolicitud;
      fecha: Date;
      textoVersion: string;
      /** The titular's that is in force, which may be this one; null while none is. */
      enVigor: { folio: string; fecha: Date } | null;
    }
  | { tipo: 'SOLICITUD_PREPARADA'; fecha: Date | null }
  | {
      tipo: 'ACLARACION';
      asunto: AsuntoDeAclaracion;
      estado: EstadoDeAclaracion;
      fecha: Date;
      folioDelMedio: string | null;
    };

/** Registros patronales that were taken off a medio, which goes on. */
export interface BajaDeRegistros {
  folioDelMedio: string;
  mecanismo: Mecanismo;
  valor: string;
  fecha: Date;
  registros: number;
  /** Why, where the titular did not ask for it. */
  causa?: CausaDeBaja | null;
}

/** What «I did not get the e-mail» is answered from. */
export interface MedioPorResumir {
  mecanismo: Mecanismo;
  /** As it is at this instant. */
  estado: EstadoDeMedio;
  venceEn: Date;
  fechaDeValidacion: Date | null;
  fechaDeCancelacion: Date | null;
  fechaDeBaja: Date | null;
  causa: CausaDeCancelacion;
  /** Why it is Baja, where its titular did not ask for it. */
  causaDeBaja?: CausaDeBaja | null;
  intentosFallidos: number;
  /** How many registros patronales it is for; null when it is for the RFC. */
  registros: number | null;
  /** The last one with the link or the code; null where there was none. */
  mensaje: MensajeConEvidencia | null;
  /** When the queue takes that message again. */
  siguienteIntento: Date | null;
  aperturas: readonly AperturaDeFolio[];
  /** Where the address was proved and notices no longer reach it. */
  rebote: { motivo: string | null; resueltoEn: Date } | null;
  /** How often its message may still be sent again; none once it is no longer En proceso. */
  reenviosRestantes: number;
  /** Whether whoever looks may send it. */
  canReenviar: boolean;
}

export interface AperturaDeFolio extends Apertura {
  veces: number;
  primeraEn: Date;
  ultimaEn: Date;
}
