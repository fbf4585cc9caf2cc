import { type DatosDeEvento, EVENTOS, RANGOS, type Rango } from '../bitacora/evento.ts';
import type { EstadoDeSolicitud } from '../solicitud/estado.ts';
import type { AperturaDeFolio, BajaDeRegistros } from './asunto-de-folio.ts';
import type { IntentoDeMensaje, MensajeConEvidencia, ReporteDeMensaje } from './mensaje-con-evidencia.ts';

export type HechoDeFolio =
  | ({ que: 'APUNTE' } & ApunteDeFolio)
  | { que: 'MENSAJE_PREPARADO' | 'MENSAJE_RESUELTO'; fecha: Date; mensaje: MensajeConEvidencia }
  | { que: 'INTENTO'; fecha: Date; mensaje: MensajeConEvidencia; intento: IntentoDeMensaje }
  | { que: 'REPORTE'; fecha: Date; mensaje: MensajeConEvidencia; reporte: ReporteDeMensaje }
  | { que: 'APERTURA'; fecha: Date; apertura: AperturaDeFolio }
  | ({ que: 'NOTA' } & NotaDelFolio)
  | { que: 'PDF_DE_ACUSE'; fecha: Date; acuse: string }
  | { que: 'SOLICITUD_FIRMADA'; fecha: Date; folio: string; estado: EstadoDeSolicitud }
  | { que: 'ACLARACION_SOBRE_EL_MEDIO'; fecha: Date; folio: string }
  | ({ que: 'REGISTROS_QUITADOS' } & Pick<BajaDeRegistros, 'fecha' | 'folioDelMedio' | 'registros' | 'causa'>);

export interface ApunteDeFolio {
  fecha: Date;
  evento: string;
  datos: DatosDeEvento;
  quien: Quien;
}

export interface NotaDelFolio {
  fecha: Date;
  texto: string;
  miembro: string;
}

/** Who did something: NADIE had no session, and OTRA_PERSONA had one that is not of the folio's titular. */
export type Quien =
  | { tipo: 'TITULAR' | 'OTRA_PERSONA' | 'SISTEMA' | 'NADIE' }
  | { tipo: 'REPRESENTANTE'; rfc: string }
  | { tipo: 'SOPORTE'; nombre: string };

export type HechoEnCronologia = HechoDeFolio & { veces: number; ultimaFecha: Date };

const RANGO_DE = {
  MENSAJE_PREPARADO: 'MENSAJE',
  MENSAJE_RESUELTO: 'ENTREGA',
  INTENTO: 'INTENTO',
  REPORTE: 'ENTREGA',
  APERTURA: 'APERTURA',
  NOTA: 'SOPORTE',
  PDF_DE_ACUSE: 'ACUSE',
  SOLICITUD_FIRMADA: 'ESTADO',
  ACLARACION_SOBRE_EL_MEDIO: 'ESTADO',
  REGISTROS_QUITADOS: 'ESTADO',
} as const satisfies Record<Exclude<HechoDeFolio['que'], 'APUNTE'>, Rango>;

const REPETIBLES = new Set([
  'ACUSE_DESCARGADO',
  'ACUSE_VERIFICADO',
  'EVIDENCIA_DESCARGADA',
  'ADJUNTO_DESCARGADO',
  'FOLIO_CONSULTADO',
  'ACLARACION_CONSULTADA',
]);

export function buildCronologia(hechos: readonly HechoDeFolio[]): HechoEnCronologia[] {
  const sorted = hechos
    .flatMap((hecho) => {
      const rango = rangoDe(hecho);
      return rango === 'APARTE' ? [] : [{ hecho, lugar: RANGOS.indexOf(rango) }];
    })
    .sort((a, b) => a.hecho.fecha.getTime() - b.hecho.fecha.getTime() || a.lugar - b.lugar);
  const cronologia: HechoEnCronologia[] = [];
  for (const { hecho } of sorted) {
    const last = cronologia.at(-1);
    const repeticion = repeticionDe(hecho);
    if (last && repeticion !== null && repeticion === repeticionDe(last)) {
      last.veces += 1;
      last.ultimaFecha = hecho.fecha;
    } else cronologia.push({ ...hecho, veces: 1, ultimaFecha: hecho.fecha });
  }
  return cronologia;
}

function rangoDe(hecho: HechoDeFolio): Rango | 'APARTE' {
  if (hecho.que !== 'APUNTE') return RANGO_DE[hecho.que];
  const rango = (EVENTOS as Record<string, string>)[hecho.evento];
  return rango === 'APARTE' ? rango : (RANGOS.find((each) => each === rango) ?? 'ESTADO');
}

function repeticionDe(hecho: HechoDeFolio): string | null {
  if (hecho.que !== 'APUNTE' || !REPETIBLES.has(hecho.evento)) return null;
  const { evento, datos, quien } = hecho;
  return JSON.stringify([evento, datos.tipo ?? null, quien]);
}

export function hechosDeMensaje(mensaje: MensajeConEvidencia): HechoDeFolio[] {
  const { creadoEn, resueltoEn, intentos, reportes } = mensaje;
  return [
    { que: 'MENSAJE_PREPARADO', fecha: creadoEn, mensaje },
    ...intentos.map((intento) => {
      return { que: 'INTENTO' as const, fecha: intento.terminadoEn ?? intento.iniciadoEn, mensaje, intento };
    }),
    ...reportes.map((reporte) => ({ que: 'REPORTE' as const, fecha: reporte.recibidoEn, mensaje, reporte })),
    ...(resueltoEn && isFinalPorContar(mensaje)
      ? [{ que: 'MENSAJE_RESUELTO' as const, fecha: resueltoEn, mensaje }]
      : []),
  ];
}

/** Where no attempt and no report has told it: rows of an earlier version kept no report. */
function isFinalPorContar({ estado, intentos, reportes }: MensajeConEvidencia): boolean {
  if (estado === 'SIN_RESPUESTA' || estado === 'QUIZA_ENTREGADO' || estado === 'DESCARTADO') return true;
  if (reportes.length > 0 || !intentos.some(({ aceptado }) => aceptado)) return false;
  return estado === 'ENTREGADO' || estado === 'RECHAZADO' || estado === 'REBOTADO';
}
