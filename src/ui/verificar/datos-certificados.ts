import { ASUNTO_EN_PALABRAS } from '#domain/aclaracion/asunto.ts';
import type { EstadoDeAclaracion } from '#domain/aclaracion/estado.ts';
import {
  type DatosDeAcuse,
  type DatosDeAcuseDeAclaracion,
  type DatosDeAcuseDeMedio,
  type DatosDeAcuseDeSolicitud,
  ESTATUS_DE_REGISTRO,
  isDeMedio,
  isDeRegistros,
} from '#domain/acuse/datos.ts';
import type { FallaDeAcuse } from '#domain/acuse/falla-de-acuse.ts';
import { formatCantidad, formatRegistros } from '#domain/cantidad.ts';
import { formatFecha, formatFechaConSegundos } from '#domain/fecha.ts';
import { maskMedio, maskNombre, maskRfc } from '#domain/mascara.ts';
import type { EstadoDeMedio } from '#domain/medio-de-contacto/estado.ts';
import { paresDeDesignacion } from '#domain/representacion/designacion.ts';
import type { SituacionDeRepresentacion } from '#domain/representacion/estado.ts';
import type { SituacionDeSolicitud } from '#domain/solicitud/estado.ts';
import { documentoDe } from '#ui/acuse/documentos.ts';
import { ETIQUETA_DE_ACLARACION, ETIQUETA_DE_ESTADO, ETIQUETA_DE_REPRESENTACION } from '#wording/etiquetas.ts';
import { textoDeVersion } from '#wording/solicitud/textos.ts';

export interface AcuseVerificado {
  datos: DatosDeAcuse;
  fallas: readonly FallaDeAcuse[];
  /** SHA-256 of the issued document; null while there is none. */
  documento?: string | null;
  archivo: 'IGUAL' | 'OTRO_ACUSE' | 'SELLADO_APARTE' | 'DISTINTO' | 'SIN_DOCUMENTO' | null;
  archivoSha256: string | null;
  estadoActual:
    | { de: 'MEDIO'; estado: EstadoDeMedio; fechaDeBaja: Date | null; registros: number | null }
    | { de: 'ACLARACION'; estado: EstadoDeAclaracion }
    | { de: 'REPRESENTACION'; estado: SituacionDeRepresentacion }
    | { de: 'SOLICITUD'; estado: SituacionDeSolicitud; reemplazadaEn: Date | null }
    | null;
  serieDelSello: string;
  selloDeTiempo: { fecha: Date; emisor: string } | null;
  esDemo: boolean;
}

/** What an acuse certifies, for whom, and what has become of it; personal data partly masked. */
export function datosCertificados({ datos, estadoActual, serieDelSello, selloDeTiempo }: AcuseVerificado) {
  return [
    { termino: 'Certifica', valor: documentoDe({ tipo: datos.tipo, isDeRegistros: isDeRegistros(datos) }) },
    { termino: 'Folio', valor: datos.folio },
    { termino: 'Fecha de elaboración', valor: formatFechaConSegundos(new Date(datos.fecha)) },
    { termino: 'RFC', valor: maskRfc(datos.rfc) },
    { termino: 'Nombre, denominación o razón social', valor: maskNombre(datos.nombre) },
    ...deConducto(datos),
    ...delTipo(datos),
    { termino: isDeRegistros(datos) ? 'Estado actual del medio' : 'Estado actual', valor: enPalabras(estadoActual) },
    ...registrosDeHoy(datos, estadoActual),
    { termino: 'Número de serie del certificado del sello', valor: serieDelSello },
    ...(selloDeTiempo ? [{ termino: 'Sello de tiempo', valor: tiempoEnPalabras(selloDeTiempo) }] : []),
  ];
}

function deConducto({ porConducto, rfcRepresentante }: DatosDeAcuse) {
  if (!porConducto) return [];
  const quien = `${maskNombre(porConducto.nombre)}, con RFC ${maskRfc(rfcRepresentante ?? '')}`;
  return [
    { termino: 'Por conducto de', valor: quien },
    { termino: 'Folio de la designación', valor: porConducto.folio },
  ];
}

function delTipo(datos: DatosDeAcuse) {
  switch (datos.tipo) {
    case 'SOLICITUD':
      return deSolicitud(datos);
    case 'REPRESENTACION':
      return [
        { termino: 'RFC del representante', valor: maskRfc(datos.rfcRepresentante) },
        ...paresDeDesignacion({ ...datos, registrosPatronales: [] })
          .filter(([termino]) => termino !== 'Registros Patronales')
          .map(([termino, valor]) => ({ termino, valor })),
        ...deSolicitud(datos),
      ];
    case 'ACLARACION':
      return deAclaracion(datos);
    default:
      return deMedio(datos);
  }
}

/** What was written and the file's name are their titular's: whoever holds the document has read them. */
function deAclaracion({ asunto, medio, adjunto }: DatosDeAcuseDeAclaracion) {
  return [
    { termino: 'Asunto', valor: ASUNTO_EN_PALABRAS[asunto] },
    ...(medio
      ? [{ termino: 'Presentada dentro de las 24 horas del registro', valor: medio.enPlazo ? 'Sí' : 'No' }]
      : []),
    { termino: 'Archivo adjunto', valor: adjunto ? 'Sí' : 'No' },
  ];
}

function deSolicitud(datos: DatosDeAcuseDeSolicitud) {
  const { notas } = textoDeVersion(datos.textoVersion);
  return [
    { termino: 'Fecha de firma', valor: formatFechaConSegundos(new Date(datos.fechaDeFirma)) },
    { termino: 'Versión del texto firmado', valor: datos.textoVersion },
    ...(notas.length > 0 ? [{ termino: 'Nota al texto firmado', valor: notas.join(' ') }] : []),
  ];
}

function deMedio(datos: DatosDeAcuseDeMedio) {
  const quienes = isDeRegistros(datos) ? 'Registros patronales dados de baja' : 'Registros patronales';
  return [
    { termino: 'Medio de contacto', valor: maskMedio(datos.medio) },
    { termino: 'Estatus que certifica', valor: ESTATUS_DE_REGISTRO[datos.tipo] },
    ...(datos.registros ? [{ termino: quienes, valor: formatCantidad(datos.registros.total) }] : []),
  ];
}

/** For how many registros a medio goes on: some may have left it since, or in this very acuse. */
function registrosDeHoy(datos: DatosDeAcuse, actual: AcuseVerificado['estadoActual']) {
  if (!isDeMedio(datos) || !datos.registros || actual?.de !== 'MEDIO' || actual.registros === null) return [];
  if (actual.estado !== 'EN_PROCESO' && actual.estado !== 'VALIDADO') return [];
  const { total } = datos.registros;
  const deCuantos = `${formatCantidad(actual.registros)} de ${formatRegistros(total)}`;
  return [
    {
      termino: 'Hoy el medio sigue para',
      valor: isDeRegistros(datos) ? formatRegistros(actual.registros) : deCuantos,
    },
  ];
}

function tiempoEnPalabras({ fecha, emisor }: NonNullable<AcuseVerificado['selloDeTiempo']>): string {
  return `${formatFechaConSegundos(fecha)}, según ${emisor || 'una autoridad sin nombre'}`;
}

const ESTADOS_DE_SOLICITUD = {
  FIRMADA: 'Buzón activado',
  PENDIENTE_DE_VERIFICACION: 'Solicitud pendiente de verificación',
  INVALIDA: 'Solicitud sin efecto',
  REEMPLAZADA: 'Buzón activado. Esta solicitud ya no es la que está en vigor: la reemplazó la de un texto posterior',
} as const satisfies Record<SituacionDeSolicitud, string>;

function enPalabras(actual: AcuseVerificado['estadoActual']): string {
  if (!actual) return 'Sin información';
  if (actual.de === 'SOLICITUD') {
    const en = actual.reemplazadaEn ? `, firmada el ${formatFecha(actual.reemplazadaEn)}` : '';
    return `${ESTADOS_DE_SOLICITUD[actual.estado]}${en}`;
  }
  if (actual.de === 'REPRESENTACION') return ETIQUETA_DE_REPRESENTACION[actual.estado];
  if (actual.de === 'ACLARACION') return ETIQUETA_DE_ACLARACION[actual.estado];
  const desde = actual.estado === 'BAJA' && actual.fechaDeBaja ? ` desde el ${formatFecha(actual.fechaDeBaja)}` : '';
  return `${ETIQUETA_DE_ESTADO[actual.estado]}${desde}`;
}
