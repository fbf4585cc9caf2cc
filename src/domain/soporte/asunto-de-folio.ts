import type { CausaDeCancelacion } from '#domain/medio-de-contacto/plazo.ts';
import type { AsuntoDeAclaracion } from '../aclaracion/asunto.ts';
import type { EstadoDeAclaracion } from '../aclaracion/estado.ts';
import type { CausaDeBaja } from '../acuse/datos.ts';
import type { Apertura } from '../medio-de-contacto/apertura.ts';
import type { EstadoDeMedio } from '../medio-de-contacto/estado.ts';
import type { Mecanismo } from '../medio-de-contacto/mecanismo.ts';
import type { Designacion } from '../representacion/designacion.ts';
import type { Lado, SituacionDeRepresentacion } from '../representacion/estado.ts';
import type { EstadoDeSolicitud } from '../solicitud/estado.ts';
import type { MensajeConEvidencia } from './mensaje-con-evidencia.ts';

export type AsuntoDeFolio =
  | ({ tipo: 'MEDIO'; valor: string; fecha: Date } & MedioPorResumir)
  | ({ tipo: 'BAJA_DE_REGISTROS' } & BajaDeRegistros)
  | {
      tipo: 'SOLICITUD';
      folio: string;
      estado: EstadoDeSolicitud;
      fecha: Date;
      textoVersion: string;
      enVigor: { folio: string; fecha: Date } | null;
    }
  | { tipo: 'SOLICITUD_PREPARADA'; fecha: Date | null }
  | {
      tipo: 'ACLARACION';
      asunto: AsuntoDeAclaracion;
      estado: EstadoDeAclaracion;
      fecha: Date;
      folioDelMedio: string | null;
    }
  | ({
      tipo: 'REPRESENTACION';
      representante: string;
      estado: SituacionDeRepresentacion;
      propuestaEn: Date;
      vigenteDesde: Date | null;
      firmas: readonly { lado: Lado; fecha: Date; serie: string }[];
    } & Designacion);

export interface BajaDeRegistros {
  folioDelMedio: string;
  mecanismo: Mecanismo;
  valor: string;
  fecha: Date;
  registros: number;
  causa?: CausaDeBaja | null;
}

export interface MedioPorResumir {
  mecanismo: Mecanismo;
  estado: EstadoDeMedio;
  venceEn: Date;
  fechaDeValidacion: Date | null;
  fechaDeCancelacion: Date | null;
  fechaDeBaja: Date | null;
  causa: CausaDeCancelacion;
  causaDeBaja?: CausaDeBaja | null;
  intentosFallidos: number;
  registros: number | null;
  mensaje: MensajeConEvidencia | null;
  siguienteIntento: Date | null;
  aperturas: readonly AperturaDeFolio[];
  rebote: { motivo: string | null; resueltoEn: Date | null } | null;
  reenviosRestantes: number;
  canReenviar: boolean;
}

export interface AperturaDeFolio extends Apertura {
  veces: number;
  primeraEn: Date;
  ultimaEn: Date;
}
