import { ASUNTO_EN_PALABRAS, type AsuntoDeAclaracion } from '#domain/aclaracion/asunto.ts';
import { type EstadoDeAclaracion, ETIQUETA_DE_ACLARACION } from '#domain/aclaracion/estado.ts';
import type { CausaDeBaja } from '#domain/acuse/datos.ts';
import { formatRegistros } from '#domain/cantidad.ts';
import { formatFechaConSegundos } from '#domain/fecha.ts';
import type { EstadoDeMedio } from '#domain/medio-de-contacto/estado.ts';
import { ETIQUETA_DE_ESTADO } from '#domain/medio-de-contacto/estado.ts';
import { ETIQUETA_DE_MECANISMO, type Mecanismo } from '#domain/medio-de-contacto/mecanismo.ts';
import { type EstadoDeSolicitud, type SituacionDeSolicitud, situacionDe } from '#domain/solicitud/estado.ts';
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
  REEMPLAZADA: 'Reemplazada',
} as const satisfies Record<SituacionDeSolicitud, string>;

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
        frases: frasesDeSolicitud(asunto),
        queHacer: isPorFirmarOtraVez(asunto) ? 'El titular puede firmar otra vez, con una e.firma vigente.' : null,
      };
    case 'SOLICITUD_PREPARADA':
      return {
        frases: [`Se preparó una solicitud con este folio${on(asunto.fecha)}, y no se firmó con él.`],
        queHacer: 'Si el titular todavía no la ha firmado, lo hace desde «Activación Buzón IMSS»: tendrá otro folio.',
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
        { termino: 'Estatus', valor: ETIQUETA_DE_SOLICITUD[situacionDe(asunto, asunto.enVigor)] },
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

/** The other folio that it is about, and how it is called here. */
export function folioRelacionado(asunto: AsuntoDeFolio): { termino: string; folio: string } | null {
  if (asunto.tipo === 'BAJA_DE_REGISTROS' || asunto.tipo === 'ACLARACION')
    return asunto.folioDelMedio ? { termino: 'Sobre el medio de contacto', folio: asunto.folioDelMedio } : null;
  if (asunto.tipo !== 'SOLICITUD' || !asunto.enVigor || asunto.enVigor.folio === asunto.folio) return null;
  return { termino: 'Solicitud en vigor', folio: asunto.enVigor.folio };
}

type Solicitud = Extract<AsuntoDeFolio, { tipo: 'SOLICITUD' }>;

/** What became of it, and which is in force where it is another. */
function frasesDeSolicitud({ folio, estado, fecha, enVigor }: Solicitud): string[] {
  const frase = SOLICITUDES[situacionDe({ folio, estado }, enVigor)](formatFechaConSegundos(fecha));
  if (!enVigor || enVigor.folio === folio) return [frase];
  return [
    frase,
    `Está en vigor la que se firmó el ${formatFechaConSegundos(enVigor.fecha)}, con el folio ${enVigor.folio}: el Buzón está activo.`,
  ];
}

const SOLICITUDES = {
  FIRMADA: (fecha) => `La solicitud y manifestación se firmó el ${fecha}: el Buzón está activo.`,
  REEMPLAZADA: (fecha) =>
    `La solicitud y manifestación se firmó el ${fecha}, y después se firmó la de un texto posterior.`,
  PENDIENTE_DE_VERIFICACION: (fecha) =>
    `La solicitud y manifestación se firmó el ${fecha}, y falta saber si la e.firma estaba revocada; el portal lo pregunta hasta que le contestan.`,
  INVALIDA: (fecha) =>
    `La solicitud y manifestación que se firmó el ${fecha} no surtió efecto: la e.firma estaba revocada.`,
} as const satisfies Record<SituacionDeSolicitud, (fecha: string) => string>;

/** A void one, unless the titular has signed again. */
function isPorFirmarOtraVez({ estado, fecha, enVigor }: Solicitud): boolean {
  return estado === 'INVALIDA' && !(enVigor && enVigor.fecha > fecha);
}

const ACLARACIONES = {
  PRESENTADA: 'nadie la atiende todavía',
  EN_ATENCION: 'soporte la está atendiendo',
  RESPONDIDA: 'ya tiene respuesta',
  CERRADA: 'está cerrada',
} as const satisfies Record<EstadoDeAclaracion, string>;

function on(fecha: Date | null): string {
  return fecha ? ` el ${formatFechaConSegundos(fecha)}` : '';
}
