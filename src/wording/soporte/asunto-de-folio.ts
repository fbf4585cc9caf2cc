import { ASUNTO_EN_PALABRAS } from '#domain/aclaracion/asunto.ts';
import type { EstadoDeAclaracion } from '#domain/aclaracion/estado.ts';
import { formatRegistros } from '#domain/cantidad.ts';
import { formatFechaConSegundos } from '#domain/fecha.ts';
import { paresDeDesignacion } from '#domain/representacion/designacion.ts';
import { type SituacionDeSolicitud, situacionDe } from '#domain/solicitud/estado.ts';
import type { AsuntoDeFolio } from '#domain/soporte/asunto-de-folio.ts';
import {
  ETIQUETA_DE_ACLARACION,
  ETIQUETA_DE_ESTADO,
  ETIQUETA_DE_MECANISMO,
  ETIQUETA_DE_REPRESENTACION,
  ETIQUETA_DE_SOLICITUD,
} from '../etiquetas.ts';
import { firmasDeDesignacion } from './firmas-de-designacion.ts';
import { bajaConEsteFolio } from './registros-quitados.ts';
import { type Resumen, resumirMedio } from './resumen-de-medio.ts';

const NOMBRE_DE_ASUNTO = {
  MEDIO: 'Registro de un medio de contacto',
  BAJA_DE_REGISTROS: 'Baja de registros patronales de un medio de contacto',
  SOLICITUD: 'Solicitud y manifestación',
  SOLICITUD_PREPARADA: 'Solicitud y manifestación que no se firmó',
  ACLARACION: 'Aclaración',
  REPRESENTACION: 'Designación de representante',
} as const satisfies Record<AsuntoDeFolio['tipo'], string>;

/** Where the folio stands, in a few sentences. */
export function resumirFolio(asunto: AsuntoDeFolio, now: Date): Resumen {
  switch (asunto.tipo) {
    case 'MEDIO':
      return resumirMedio(asunto, now);
    case 'BAJA_DE_REGISTROS':
      return {
        frases: [bajaConEsteFolio(asunto, on(asunto.fecha))],
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
    case 'REPRESENTACION': {
      const estado = ETIQUETA_DE_REPRESENTACION[asunto.estado];
      return { frases: [`El titular la propuso${on(asunto.propuestaEn)}; hoy está «${estado}».`], queHacer: null };
    }
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
    case 'REPRESENTACION':
      return [
        tramite,
        { termino: 'RFC del representante', valor: asunto.representante },
        { termino: 'Estatus', valor: ETIQUETA_DE_REPRESENTACION[asunto.estado] },
        ...(asunto.vigenteDesde
          ? [{ termino: 'Vigente desde', valor: formatFechaConSegundos(asunto.vigenteDesde) }]
          : []),
        ...paresDeDesignacion(asunto).map(([termino, valor]) => ({ termino, valor })),
        ...firmasDeDesignacion(asunto.firmas),
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
