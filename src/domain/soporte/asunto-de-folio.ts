import { ASUNTO_EN_PALABRAS, type AsuntoDeAclaracion } from '../aclaracion/asunto.ts';
import { type EstadoDeAclaracion, ETIQUETA_DE_ACLARACION } from '../aclaracion/estado.ts';
import type { CausaDeBaja } from '../acuse/datos.ts';
import { formatRegistros } from '../cantidad.ts';
import { formatFechaConSegundos } from '../fecha.ts';
import type { EstadoDeMedio } from '../medio-de-contacto/estado.ts';
import { ETIQUETA_DE_ESTADO } from '../medio-de-contacto/estado.ts';
import { ETIQUETA_DE_MECANISMO, type Mecanismo } from '../medio-de-contacto/mecanismo.ts';
import { porElPadron, registrosQuitados } from './registros-quitados.ts';
import type { Resumen } from './resumen-de-medio.ts';

/** What a folio is of. Values come as they may be shown. */
export type AsuntoDeFolio =
  | {
      tipo: 'MEDIO';
      mecanismo: Mecanismo;
      valor: string;
      estado: EstadoDeMedio;
      fecha: Date;
      venceEn: Date;
      /** How many registros patronales it is for; null when it is for the RFC. */
      registros: number | null;
      /** How often its message may still be sent again; none once it is no longer En proceso. */
      reenviosRestantes: number;
      resumen: Resumen;
    }
  | {
      tipo: 'BAJA_DE_REGISTROS';
      folioDelMedio: string;
      mecanismo: Mecanismo;
      valor: string;
      fecha: Date;
      registros: number;
      /** Why, where the titular did not ask for it. */
      causa?: CausaDeBaja | null;
    }
  | { tipo: 'SOLICITUD'; estado: EstadoDeSolicitud; fecha: Date; textoVersion: string }
  | { tipo: 'SOLICITUD_PREPARADA'; fecha: Date | null }
  | {
      tipo: 'ACLARACION';
      asunto: AsuntoDeAclaracion;
      estado: EstadoDeAclaracion;
      fecha: Date;
      folioDelMedio: string | null;
    };

export type EstadoDeSolicitud = 'FIRMADA' | 'PENDIENTE_DE_VERIFICACION' | 'INVALIDA';

export const NOMBRE_DE_ASUNTO = {
  MEDIO: 'Registro de un medio de contacto',
  BAJA_DE_REGISTROS: 'Baja de registros patronales de un medio de contacto',
  SOLICITUD: 'Solicitud y manifestación',
  SOLICITUD_PREPARADA: 'Solicitud y manifestación que no se firmó',
  ACLARACION: 'Aclaración',
} as const satisfies Record<AsuntoDeFolio['tipo'], string>;

export const ETIQUETA_DE_SOLICITUD = {
  FIRMADA: 'Firmada',
  PENDIENTE_DE_VERIFICACION: 'Pendiente de verificación',
  INVALIDA: 'Sin efecto',
} as const satisfies Record<EstadoDeSolicitud, string>;

/** Where the folio stands, in a few sentences. */
export function resumirFolio(asunto: AsuntoDeFolio): Resumen {
  switch (asunto.tipo) {
    case 'MEDIO':
      return asunto.resumen;
    case 'BAJA_DE_REGISTROS':
      return {
        frases: [
          `Con este folio ${registrosQuitados(asunto.registros)} del medio de contacto con folio ${asunto.folioDelMedio}${on(asunto.fecha)}${asunto.causa ? porElPadron(asunto.registros) : ''}.`,
        ],
        queHacer: null,
      };
    case 'SOLICITUD':
      return {
        frases: [SOLICITUDES[asunto.estado](formatFechaConSegundos(asunto.fecha))],
        queHacer: QUE_HACER[asunto.estado],
      };
    case 'SOLICITUD_PREPARADA':
      return {
        frases: [`Se preparó una solicitud con este folio${on(asunto.fecha)}, y no se firmó con él.`],
        queHacer:
          'Si el titular quiere activar su Buzón, firma de nuevo desde «Activación Buzón IMSS»: tendrá otro folio.',
      };
    case 'ACLARACION':
      return {
        frases: [
          `La aclaración se presentó el ${formatFechaConSegundos(asunto.fecha)} y ${ACLARACIONES[asunto.estado]}.`,
        ],
        queHacer: null,
      };
  }
}

/** Names and values of what the folio is about, for screen, PDF and CSV. */
export function datosDeAsunto(asunto: AsuntoDeFolio): { termino: string; valor: string }[] {
  const tramite = { termino: 'Trámite', valor: NOMBRE_DE_ASUNTO[asunto.tipo] };
  switch (asunto.tipo) {
    case 'MEDIO':
      return [
        tramite,
        { termino: ETIQUETA_DE_MECANISMO[asunto.mecanismo], valor: asunto.valor },
        { termino: 'Estatus', valor: ETIQUETA_DE_ESTADO[asunto.estado] },
        { termino: 'Alcance', valor: asunto.registros === null ? 'El RFC' : formatRegistros(asunto.registros) },
        { termino: 'Fecha de Registro', valor: formatFechaConSegundos(asunto.fecha) },
        { termino: 'Plazo para validarlo', valor: `hasta el ${formatFechaConSegundos(asunto.venceEn)}` },
      ];
    case 'BAJA_DE_REGISTROS':
      return [tramite, { termino: ETIQUETA_DE_MECANISMO[asunto.mecanismo], valor: asunto.valor }];
    case 'SOLICITUD':
      return [
        tramite,
        { termino: 'Estatus', valor: ETIQUETA_DE_SOLICITUD[asunto.estado] },
        { termino: 'Versión del texto', valor: asunto.textoVersion },
      ];
    case 'SOLICITUD_PREPARADA':
      return [tramite];
    case 'ACLARACION':
      return [
        tramite,
        { termino: 'Asunto', valor: ASUNTO_EN_PALABRAS[asunto.asunto] },
        { termino: 'Estatus', valor: ETIQUETA_DE_ACLARACION[asunto.estado] },
      ];
  }
}

/** Other folios that it is about. */
export function folioRelacionado(asunto: AsuntoDeFolio): string | null {
  return asunto.tipo === 'BAJA_DE_REGISTROS' || asunto.tipo === 'ACLARACION' ? asunto.folioDelMedio : null;
}

const SOLICITUDES = {
  FIRMADA: (fecha) => `La solicitud y manifestación se firmó el ${fecha}: el Buzón está activo.`,
  PENDIENTE_DE_VERIFICACION: (fecha) =>
    `La solicitud y manifestación se firmó el ${fecha}, y falta saber si la e.firma estaba revocada; el portal lo pregunta hasta que le contestan.`,
  INVALIDA: (fecha) =>
    `La solicitud y manifestación que se firmó el ${fecha} no surtió efecto: la e.firma estaba revocada.`,
} as const satisfies Record<EstadoDeSolicitud, (fecha: string) => string>;

const ACLARACIONES = {
  PRESENTADA: 'nadie la atiende todavía',
  EN_ATENCION: 'soporte la está atendiendo',
  RESPONDIDA: 'ya tiene respuesta',
  CERRADA: 'está cerrada',
} as const satisfies Record<EstadoDeAclaracion, string>;

const QUE_HACER = {
  FIRMADA: null,
  PENDIENTE_DE_VERIFICACION: null,
  INVALIDA: 'El titular puede firmar otra vez, con una e.firma vigente.',
} as const satisfies Record<EstadoDeSolicitud, string | null>;

function on(fecha: Date | null): string {
  return fecha ? ` el ${formatFechaConSegundos(fecha)}` : '';
}
