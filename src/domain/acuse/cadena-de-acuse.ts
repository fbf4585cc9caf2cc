import { ASUNTO_EN_PALABRAS } from '../aclaracion/asunto.ts';
import { buildCadenaOriginal, INVOCANTE, optional, type Par } from '../cadena-original.ts';
import { formatFechaIsoCentro } from '../fecha.ts';
import type { Mecanismo } from '../medio-de-contacto/mecanismo.ts';
import { paresDeConducto, paresDeDesignacion, TRAMITE_DE_REPRESENTACION } from '../representacion/designacion.ts';
import { TRAMITE_DE_ACTIVACION } from '../solicitud/cadena-de-solicitud.ts';
import {
  type CausaDeBaja,
  type DatosDeAcuse,
  type DatosDeAcuseDeAclaracion,
  type DatosDeAcuseDeMedio,
  type DatosDeAcuseDeRepresentacion,
  type DatosDeAcuseDeSolicitud,
  ESTATUS_DE_REGISTRO,
} from './datos.ts';
import type { TipoDeAcuse } from './tipo-de-acuse.ts';

/** Types of trámite seen in the guide's cadenas, and ours for baja and aclaración (textos.md, «Acuses»). */
const TRAMITES: Record<TipoDeAcuse, string> = {
  REGISTRO: 'Registro Medio Contacto',
  VALIDACION: 'Medios Contacto Validado',
  BAJA: 'Baja Medio Contacto',
  SOLICITUD: TRAMITE_DE_ACTIVACION,
  ACLARACION: 'Aclaraciones u Orientaciones',
  REPRESENTACION: TRAMITE_DE_REPRESENTACION,
};

export const MECANISMOS: Record<Mecanismo, string> = {
  CORREO_ELECTRONICO: 'Correo electrónico',
  TELEFONO: 'Teléfono celular',
};

/** Every fact that the acuse certifies. The institute's sello is over its UTF-8 bytes. */
export function cadenaDeAcuse(datos: DatosDeAcuse): string {
  return buildCadenaOriginal([
    INVOCANTE,
    ['Tipo de trámite', TRAMITES[datos.tipo]],
    ['Folio del trámite', datos.folio],
    ['Fecha de elaboración', isoCentro(datos.fecha)],
    ['RFC', datos.rfc],
    ['Nombre, denominación o Razón social', datos.nombre],
    ...optional('RFC del representante legal', datos.rfcRepresentante),
    ...(datos.porConducto ? paresDeConducto(datos.porConducto) : []),
    ...paresDelTipo(datos),
  ]);
}

function paresDelTipo(datos: DatosDeAcuse): Par[] {
  switch (datos.tipo) {
    case 'SOLICITUD':
      return paresDeSolicitud(datos);
    case 'ACLARACION':
      return paresDeAclaracion(datos);
    case 'REPRESENTACION':
      return paresDeRepresentacion(datos);
    default:
      return paresDeMedio(datos);
  }
}

function paresDeMedio(datos: DatosDeAcuseDeMedio): Par[] {
  return [
    [MECANISMOS[datos.medio.mecanismo], datos.medio.valor],
    ['Estatus de registro', ESTATUS_DE_REGISTRO[datos.tipo]],
    ...optional('Folio del medio de contacto', datos.folioDelMedio),
    ...optional('Registros Patronales', datos.registros && String(datos.registros.total)),
    ...optional('SHA-256 de la relación de Registros Patronales', datos.registros?.sha256),
    ...optional('Fecha de Baja', datos.tipo === 'BAJA' ? isoCentro(datos.fechaDeBaja) : null),
    ...optional('Causa de la baja', datos.tipo === 'BAJA' && datos.causa ? CAUSAS[datos.causa] : null),
    ...optional('Número de serie del certificado de la e.firma', datos.serieDelFirmante),
  ];
}

const CAUSAS: Record<CausaDeBaja, string> = {
  PADRON: 'Los Registros Patronales dejaron de estar a nombre del particular en el padrón',
};

/** The signature itself is a pair, so the sello also vouches for which signature was received. */
function paresDeSolicitud(datos: DatosDeAcuseDeSolicitud): Par[] {
  return [
    ['Fecha de firma', isoCentro(datos.fechaDeFirma)],
    ['Versión del texto', datos.textoVersion],
    ['SHA-256 del texto', datos.textoSha256],
    ['Número de serie del certificado de la e.firma', datos.serieDelFirmante],
    ['Firma electrónica avanzada', datos.firma],
  ];
}

function paresDeRepresentacion(datos: DatosDeAcuseDeRepresentacion): Par[] {
  return [
    ['Nombre del representante legal', datos.nombreDelRepresentante],
    ...paresDeDesignacion(datos),
    ...paresDeSolicitud(datos),
    ['Fecha de firma del representante legal', isoCentro(datos.delRepresentante.fechaDeFirma)],
    ['Número de serie del certificado del representante legal', datos.delRepresentante.serieDelFirmante],
    ['Firma electrónica avanzada del representante legal', datos.delRepresentante.firma],
  ];
}

/** What was written stands in the document; under the sello is its hash, as that of the file that came with it. */
function paresDeAclaracion({ asunto, medio, adjunto, textoSha256, serieDelFirmante }: DatosDeAcuseDeAclaracion): Par[] {
  return [
    ['Asunto', ASUNTO_EN_PALABRAS[asunto]],
    ...optional('Folio del medio de contacto', medio?.folio),
    ...optional('Fecha de registro del medio de contacto', medio && isoCentro(medio.fechaDeRegistro)),
    ...optional('Presentada dentro de las 24 horas del registro', medio && (medio.enPlazo ? 'Sí' : 'No')),
    ['SHA-256 del planteamiento', textoSha256],
    ...optional('Archivo adjunto', adjunto?.nombre),
    ...optional('SHA-256 del archivo adjunto', adjunto?.sha256),
    ['Número de serie del certificado de la e.firma', serieDelFirmante],
  ];
}

function isoCentro(fecha: string): string {
  return formatFechaIsoCentro(new Date(fecha));
}
