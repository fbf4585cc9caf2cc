import type { EstadoDeAclaracion } from '#domain/aclaracion/estado.ts';
import type { EstadoDeEntrega, EstadoDeMedio } from '#domain/medio-de-contacto/estado.ts';
import type { Mecanismo } from '#domain/medio-de-contacto/mecanismo.ts';
import type { MotivoSinCupo } from '#domain/medio-de-contacto/sin-cupo.ts';
import type { ResultadoDeRebote } from '#domain/rebote/resultado.ts';
import type { SituacionDeRepresentacion } from '#domain/representacion/estado.ts';
import type { MotivoDeCierre } from '#domain/sesion/motivo-de-cierre.ts';
import type { SituacionDeSolicitud } from '#domain/solicitud/estado.ts';
import type { MotivoDeMostrar } from '#domain/soporte/motivo-de-mostrar.ts';

/** «Estatus de registro», as the guide and its acuses print it. */
export const ETIQUETA_DE_ESTADO = {
  EN_PROCESO: 'En proceso',
  VALIDADO: 'Validado',
  CANCELADO: 'Cancelado',
  BAJA: 'Baja',
} as const satisfies Record<EstadoDeMedio, string>;

/** «Mecanismo de Comunicación», as the guide's list names them. */
export const ETIQUETA_DE_MECANISMO = {
  CORREO_ELECTRONICO: 'Correo Electrónico',
  TELEFONO: 'Teléfono',
} as const satisfies Record<Mecanismo, string>;

/** What became of a message. */
export const ETIQUETA_DE_ENTREGA = {
  PENDIENTE: 'Por enviar',
  ACEPTADO: 'Aceptado',
  ENTREGADO: 'Entregado',
  RECHAZADO: 'Rechazado',
  SIN_RESPUESTA: 'Sin respuesta',
  DESCARTADO: 'No enviado',
  REBOTADO: 'Rebotado',
  QUIZA_ENTREGADO: 'Quizá entregado',
} as const satisfies Record<EstadoDeEntrega, string>;

/** Of several registros patronales. */
export const MOTIVOS_SIN_CUPO = {
  REPETIDO: 'Ya lo tienen',
  LLENO: 'Ya tienen el máximo de medios de ese tipo',
} as const satisfies Record<MotivoSinCupo, string>;

export const ETIQUETA_DE_SOLICITUD = {
  FIRMADA: 'Firmada',
  PENDIENTE_DE_VERIFICACION: 'Pendiente de verificación',
  INVALIDA: 'Sin efecto',
  REEMPLAZADA: 'Reemplazada',
} as const satisfies Record<SituacionDeSolicitud, string>;

export const ETIQUETA_DE_ACLARACION = {
  PRESENTADA: 'Presentada',
  EN_ATENCION: 'En atención',
  RESPONDIDA: 'Respondida',
  CERRADA: 'Cerrada',
} as const satisfies Record<EstadoDeAclaracion, string>;

export const ETIQUETA_DE_REPRESENTACION = {
  PROPUESTA: 'Propuesta',
  PRIMERA_FIRMA: 'Falta una firma',
  VIGENTE: 'Vigente',
  REVOCADA: 'Revocada',
  RENUNCIADA: 'Renunciada',
  TERMINADA: 'Terminada',
  RECHAZADA: 'No aceptada',
  VENCIDA: 'Vencida sin firmas',
  RETIRADA: 'Retirada',
} as const satisfies Record<SituacionDeRepresentacion, string>;

/** What ends a designation, by what it becomes. */
export const ACCION_DE_TERMINAR = {
  REVOCADA: 'Revocar representación',
  RENUNCIADA: 'Renunciar',
  RETIRADA: 'Retirar la propuesta',
  RECHAZADA: 'No acepto',
} as const;

export const ETIQUETA_DE_MOTIVO = {
  LLAMADA_DEL_TITULAR: 'El titular se comunicó y hay que confirmar el dato con él',
  ACLARACION: 'Atender una aclaración',
  MENSAJE_QUE_NO_LLEGA: 'Averiguar por qué no llega un mensaje',
  REQUERIMIENTO: 'Responder a un requerimiento de autoridad',
  OTRO: 'Otro motivo',
} as const satisfies Record<MotivoDeMostrar, string>;

export const ETIQUETA_DE_CIERRE = {
  LO_PIDE: 'La persona lo pide',
  DISPOSITIVO_PERDIDO: 'Perdió el equipo o el teléfono en el que ingresó',
  EFIRMA_EN_RIESGO: 'Otra persona pudo usar su e.firma',
  USO_INDEBIDO: 'Uso indebido de la sesión',
} as const satisfies Record<MotivoDeCierre, string>;

/** For whoever supervises, and for who runs `npm run rebotes`. */
export const ETIQUETA_DE_REBOTE = {
  ANOTADO: 'Rebotes anotados',
  REPETIDO: 'Rebotes ya anotados',
  RETRASO: 'Retrasos: el servidor sigue intentando',
  ENTREGA: 'Confirmaciones de entrega',
  QUEJA: 'Quejas: lo marcaron como no deseado',
  RESPUESTA_AUTOMATICA: 'Respuestas automáticas',
  SIN_CORRESPONDENCIA: 'Rebotes de un mensaje que no se reconoce',
  SIN_CAUSA: 'Informes que no dicen qué pasó',
  NO_ES_REBOTE: 'Otros mensajes',
  ILEGIBLE: 'Mensajes que no se pueden leer',
  DEMASIADO_GRANDE: 'Mensajes demasiado grandes',
} as const satisfies Record<ResultadoDeRebote, string>;
