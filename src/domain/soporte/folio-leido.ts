import type { AsuntoDeFolio } from './asunto-de-folio.ts';
import type { TitularHallado } from './hallado.ts';
import type { HechoEnCronologia, NotaDelFolio } from './hecho-de-folio.ts';
import type { MensajeConEvidencia } from './mensaje-con-evidencia.ts';

/** Covered, but for who gave a reason. */
export interface FolioLeido {
  folio: string;
  leidoEn: Date;
  mostradosHasta: Date | null;
  titular: TitularHallado;
  asunto: AsuntoDeFolio;
  notas: NotaDelFolio[];
  cronologia: HechoEnCronologia[];
  hasMas: boolean;
  pendientes: TareaPendiente[];
}

export interface TareaPendiente {
  nombre: 'enviar-aviso' | 'emitir-acuse' | 'sellar-tiempo' | 'cancelar-medio' | 'verificar-solicitud';
  /** When the queue takes it, by the portal's clock. */
  cuando: Date;
  intentos: number;
  isAgotada: boolean;
  isEnCurso: boolean;
  mensaje: MensajeConEvidencia | null;
}
