import type { AsuntoDeFolio } from './asunto-de-folio.ts';
import type { TitularHallado } from './hallado.ts';
import type { HechoEnCronologia, NotaDelFolio } from './hecho-de-folio.ts';
import type { MensajeConEvidencia } from './mensaje-con-evidencia.ts';

/** All that the staff sees of a folio: covered, but for who gave a reason. */
export interface FolioLeido {
  folio: string;
  leidoEn: Date;
  /** Until when this session sees personal data; null while it is covered. */
  mostradosHasta: Date | null;
  titular: TitularHallado;
  asunto: AsuntoDeFolio;
  notas: NotaDelFolio[];
  cronologia: HechoEnCronologia[];
  /** Older rows of the bitácora are left out. */
  hasMas: boolean;
  pendientes: TareaPendiente[];
}

/** One thing that will happen to a folio, and when. */
export interface TareaPendiente {
  nombre: 'enviar-aviso' | 'emitir-acuse' | 'sellar-tiempo' | 'cancelar-medio' | 'verificar-solicitud';
  cuando: Date;
  /** How often it was tried. */
  intentos: number;
  /** No try comes any more. */
  isAgotada: boolean;
  /** It is being done at this moment. */
  isEnCurso: boolean;
  /** What it delivers; null for what delivers none. */
  mensaje: MensajeConEvidencia | null;
}
