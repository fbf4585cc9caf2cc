/** Among what happened at one instant, what causes comes before what follows. */
export const RANGOS = ['ESTADO', 'ACUSE', 'MENSAJE', 'INTENTO', 'ENTREGA', 'APERTURA', 'SOPORTE'] as const;
export type Rango = (typeof RANGOS)[number];

/**
 * Security and legal events, each with its rank in the history of its folio: APARTE where other rows tell it better (each
 * attempt with its answer, each note with its words), SIN_FOLIO where it is of none. A name here is for ever: rows with it
 * are kept as evidence.
 */
export const EVENTOS = {
  INGRESO: 'SIN_FOLIO',
  INGRESO_RECHAZADO: 'SIN_FOLIO',
  SALIDA: 'SIN_FOLIO',
  OTRAS_SESIONES_CERRADAS: 'SIN_FOLIO',
  MEDIO_REGISTRADO: 'ESTADO',
  MEDIO_VALIDADO: 'ESTADO',
  MEDIO_CANCELADO: 'ESTADO',
  MEDIO_DADO_DE_BAJA: 'ESTADO',
  REGISTROS_DADOS_DE_BAJA: 'ESTADO',
  REGISTRO_PASADO_A_OTRO_TITULAR: 'ESTADO',
  REGISTROS_CAMBIADOS_EN_PADRON: 'ESTADO',
  PADRON_IMPORTADO: 'SIN_FOLIO',
  CORREO_AJENO: 'ESTADO',
  CORREO_CERRADO: 'ESTADO',
  CORREO_REABIERTO: 'ESTADO',
  REENVIO_PEDIDO: 'ESTADO',
  CODIGO_INCORRECTO: 'ESTADO',
  ENVIO_INTENTADO: 'APARTE',
  ENVIO_RESUELTO: 'APARTE',
  ACUSE_EMITIDO: 'ACUSE',
  ACUSE_DESCARGADO: 'ACUSE',
  ACUSE_EXPORTADO: 'ACUSE',
  SELLO_DE_TIEMPO_OBTENIDO: 'ACUSE',
  ACUSE_VERIFICADO: 'ACUSE',
  EVIDENCIA_DESCARGADA: 'ACUSE',
  SOLICITUD_PREPARADA: 'ESTADO',
  SOLICITUD_FIRMADA: 'ESTADO',
  SOLICITUD_RECHAZADA: 'ESTADO',
  SOLICITUD_VERIFICADA: 'ESTADO',
  INGRESO_DE_SOPORTE: 'SIN_FOLIO',
  INGRESO_DE_SOPORTE_RECHAZADO: 'SIN_FOLIO',
  SALIDA_DE_SOPORTE: 'SIN_FOLIO',
  ROL_DADO: 'SIN_FOLIO',
  ROL_QUITADO: 'SIN_FOLIO',
  ACLARACION_PRESENTADA: 'ESTADO',
  ACLARACION_REPLICADA: 'ESTADO',
  ACLARACION_TOMADA: 'ESTADO',
  ACLARACION_RESPONDIDA: 'ESTADO',
  ACLARACION_CERRADA: 'ESTADO',
  ACLARACION_CONSULTADA: 'SOPORTE',
  ADJUNTO_DESCARGADO: 'SOPORTE',
  BUSQUEDA_DE_SOPORTE: 'SIN_FOLIO',
  FOLIO_CONSULTADO: 'SOPORTE',
  TITULAR_CONSULTADO: 'SIN_FOLIO',
  DATOS_MOSTRADOS: 'SOPORTE',
  NOTA_AGREGADA: 'APARTE',
  FOLIO_EXPORTADO: 'SOPORTE',
} as const satisfies Record<string, Rango | 'APARTE' | 'SIN_FOLIO'>;

export type Evento = keyof typeof EVENTOS;

export type EventoDeFolio = { [Cada in Evento]: (typeof EVENTOS)[Cada] extends Rango ? Cada : never }[Evento];

/** Facts of an event, without personal data: states, counts, codes, serials, ids. */
export type DatosDeEvento = Record<string, string | number | boolean | null>;
