import type { DatosDeEvento, Evento, EventoDeFolio } from '#domain/bitacora/evento.ts';
import { formatRegistros } from '#domain/cantidad.ts';
import type { EstadoFinal } from '#domain/representacion/estado.ts';
import type { ApunteDeFolio } from '#domain/soporte/hecho-de-folio.ts';
import type { MotivoDeMostrar } from '#domain/soporte/motivo-de-mostrar.ts';
import { nombreDeAcuse } from '../acuse/nombre-de-acuse.ts';
import { ETIQUETA_DE_MOTIVO, ETIQUETA_DE_REPRESENTACION } from '../etiquetas.ts';
import { porElPadron } from './registros-quitados.ts';
import { quienEnPalabras, type Suceso, suceso } from './suceso.ts';

type EnFolio = string | ((datos: DatosDeEvento) => string);

type Palabras = EnFolio | { enFolio?: EnFolio; delPersonal: string };

const DEL_MEDIO = {
  MEDIO_REGISTRADO: ({ alcance, registros }) =>
    `Se registró el medio de contacto para ${alcance === 'REGISTROS' ? formatRegistros(Number(registros)) : 'el RFC'}.`,
  MEDIO_VALIDADO: ({ prueba }) => PRUEBAS[String(prueba)] ?? 'Se validó.',
  MEDIO_CONFIRMADO: 'Quien recibe los mensajes confirmó que el medio de contacto sigue en uso.',
  MEDIO_CANCELADO: ({ causa }) =>
    causa === 'INTENTOS'
      ? 'Se canceló: se capturaron diez códigos incorrectos.'
      : 'Se canceló: pasaron las 72 horas sin que se validara.',
  MEDIO_DADO_DE_BAJA: ({ causa, registros }) =>
    causa === 'PADRON'
      ? `Se dio de baja el medio de contacto, que era para ${formatRegistros(Number(registros))}${porElPadron(Number(registros))}.`
      : 'Se eliminó el medio de contacto.',
  REGISTROS_DADOS_DE_BAJA: ({ registros, folioDeBaja, causa }) =>
    `Dejó de ser para ${formatRegistros(Number(registros))}, con el folio ${folioDeBaja}${causa === 'PADRON' ? porElPadron(Number(registros)) : ''}.`,
  REGISTROS_CAMBIADOS_EN_PADRON: cambiosDelPadron,
  REGISTRO_PASADO_A_OTRO_TITULAR: ({ registroPatronal }) =>
    `El registro patronal ${registroPatronal} pasó a otro titular.`,
  CORREO_AJENO: ({ enPlazo }) =>
    `Quien recibe los mensajes dijo que el correo no es suyo: el registro ${enPlazo === false ? 'ya se había cancelado' : 'se canceló'}.`,
  CORREO_CERRADO: 'Quien recibe los mensajes cerró el correo a cualquier otro registro, de quien sea.',
  CORREO_REABIERTO: 'Quien recibe los mensajes dijo que el correo sí es suyo: se puede registrar de nuevo.',
  REENVIO_PEDIDO: { enFolio: 'Se pidió enviar otra vez el mensaje.', delPersonal: 'Reenvió un mensaje' },
  CODIGO_INCORRECTO: ({ intentosFallidos }) =>
    `Se capturó un código incorrecto; ${Number(intentosFallidos) === 1 ? 'va' : 'van'} ${intentosFallidos} de diez.`,
} as const satisfies Record<string, Palabras>;

const DE_TRAMITES = {
  ACUSE_EMITIDO: ({ tipo }) => `Se emitió el ${nombreDeAcuse(String(tipo))}.`,
  ACUSE_DESCARGADO: ({ tipo }) => `Se descargó el ${nombreDeAcuse(String(tipo))}.`,
  ACUSE_EXPORTADO: ({ tipo }) => `Se exportó el ${nombreDeAcuse(String(tipo))} desde la línea de órdenes.`,
  SELLO_DE_TIEMPO_OBTENIDO: ({ tipo }) =>
    `Se obtuvo el sello de tiempo de un tercero para el ${nombreDeAcuse(String(tipo))}.`,
  ACUSE_VERIFICADO: ({ tipo }) => `Se verificó el ${nombreDeAcuse(String(tipo))} en la página pública.`,
  EVIDENCIA_ABIERTA: ({ abierta }) =>
    `El titular ${abierta ? 'permitió' : 'dejó de permitir'} que su certificado vaya en la evidencia de quien tenga el QR.`,
  EVIDENCIA_DESCARGADA: {
    enFolio: ({ tipo }) => `Se descargó la evidencia del ${nombreDeAcuse(String(tipo))}.`,
    delPersonal: 'Descargó la evidencia de un acuse',
  },
  CONSTANCIA_DESCARGADA: 'El titular descargó la constancia de entrega de un mensaje.',
  SOLICITUD_PREPARADA: 'Se preparó la solicitud y manifestación para firmarla.',
  SOLICITUD_FIRMADA: ({ isPendiente }) =>
    isPendiente
      ? 'Se firmó la solicitud y manifestación; falta que conteste el servicio que dice si la e.firma está revocada.'
      : 'Se firmó la solicitud y manifestación.',
  SOLICITUD_RECHAZADA: ({ causa }) =>
    causa === 'CERTIFICADO_REVOCADO'
      ? 'La solicitud quedó sin efecto: la e.firma estaba revocada.'
      : 'No se aceptó la firma de la solicitud.',
  SOLICITUD_VERIFICADA: 'La e.firma no estaba revocada: la solicitud surtió efecto.',
  ACLARACION_PRESENTADA: 'Se presentó la aclaración.',
  ACLARACION_REPLICADA: 'El titular agregó un mensaje a la aclaración.',
  ACLARACION_TOMADA: { enFolio: 'Tomó la aclaración para atenderla.', delPersonal: 'Tomó una aclaración' },
  ACLARACION_RESPONDIDA: { enFolio: 'Respondió la aclaración.', delPersonal: 'Respondió una aclaración' },
  ACLARACION_CERRADA: { enFolio: 'Se cerró la aclaración.', delPersonal: 'Cerró una aclaración' },
  REPRESENTACION_PROPUESTA: 'El titular propuso a su representante.',
  REPRESENTACION_POR_COMPLETAR: ({ lado }) =>
    `Firmó ${lado === 'TITULAR' ? 'el titular' : 'el representante'}; sin la otra firma no surte efecto.`,
  REPRESENTACION_VIGENTE: ({ serie, serieDelRepresentante }) =>
    `Firmaron los dos, con las e.firmas ${serie} (titular) y ${serieDelRepresentante} (representante): surte efecto.`,
  REPRESENTACION_TERMINADA: ({ estado }) =>
    `La designación quedó «${ETIQUETA_DE_REPRESENTACION[estado as EstadoFinal] ?? estado}».`,
  REPRESENTACION_USADA: 'El representante estuvo en el Buzón del titular.',
  FIRMA_DE_REPRESENTACION_RECHAZADA: 'No se aceptó una firma de la designación.',
  ADJUNTO_DESCARGADO: {
    enFolio: 'Se descargó un archivo de la aclaración.',
    delPersonal: 'Descargó un archivo adjunto',
  },
} as const satisfies Record<string, Palabras>;

const DE_SOPORTE = {
  FOLIO_CONSULTADO: { enFolio: 'Consultó este folio.', delPersonal: 'Vio un folio' },
  ACLARACION_CONSULTADA: { enFolio: 'Consultó la aclaración.', delPersonal: 'Vio una aclaración' },
  DATOS_MOSTRADOS: {
    enFolio: ({ motivo }) =>
      `Mostró los datos personales. Motivo: ${ETIQUETA_DE_MOTIVO[motivo as MotivoDeMostrar] ?? motivo}.`,
    delPersonal: 'Mostró datos personales',
  },
  FOLIO_EXPORTADO: {
    enFolio: ({ formato, isALaVista }) =>
      `Exportó este folio en ${formato}, con los datos personales ${isALaVista ? 'a la vista' : 'cubiertos'}.`,
    delPersonal: 'Exportó un folio',
  },
  NOTA_AGREGADA: { delPersonal: 'Agregó una nota' },
  INGRESO_DE_SOPORTE: { delPersonal: 'Entró' },
  SALIDA_DE_SOPORTE: { delPersonal: 'Salió' },
  ACTO_FIRMADO: { delPersonal: 'Firmó un acto con su e.firma' },
  ACTO_RECHAZADO: { delPersonal: 'Quiso firmar un acto y su firma no se aceptó' },
  ROL_DADO: { delPersonal: 'Dio o cambió un rol' },
  ROL_QUITADO: { delPersonal: 'Quitó un rol' },
  BUSQUEDA_DE_SOPORTE: { delPersonal: 'Buscó' },
  OTRAS_SESIONES_CERRADAS: { delPersonal: 'Cerró sus demás sesiones' },
  SESIONES_TERMINADAS: { delPersonal: 'Terminó las sesiones de otra persona' },
  MOSTRADOS_EN_SERIE: { delPersonal: 'Alarma: mostró muchos folios con el mismo motivo' },
  TITULAR_CONSULTADO: { delPersonal: 'Vio los folios de un titular' },
} as const satisfies Record<string, Palabras>;

/** Does not compile when an event of folios has no words. */
const EVENTOS_EN_PALABRAS = { ...DEL_MEDIO, ...DE_TRAMITES, ...DE_SOPORTE } as const satisfies Partial<
  Record<Evento, Palabras>
> &
  Record<EventoDeFolio, EnFolio | { enFolio: EnFolio }>;

/** None for one of a name unknown here. */
export function eventoEnPalabras(evento: string): { enFolio?: EnFolio; delPersonal?: string } {
  const palabras = (EVENTOS_EN_PALABRAS as Record<string, Palabras>)[evento];
  return typeof palabras === 'object' ? palabras : palabras ? { enFolio: palabras } : {};
}

/** A row of the bitácora in words; one of a name unknown here is told by its name. */
export function sucesoDeApunte({ evento, datos, quien }: Omit<ApunteDeFolio, 'fecha'>): Suceso {
  const { enFolio = `Se anotó «${evento}» en la bitácora.` } = eventoEnPalabras(evento);
  const texto = typeof enFolio === 'string' ? enFolio : enFolio(datos);
  // The portal found out that it was not revoked, whoever had signed.
  return evento === 'SOLICITUD_VERIFICADA' ? suceso(texto) : suceso(texto, quienEnPalabras(quien));
}

const PRUEBAS: Record<string, string> = {
  ENLACE: 'Se validó: alguien presionó el botón de la página del enlace, sin la sesión del titular.',
  ENLACE_CON_SESION: 'Se validó con el enlace y la sesión del titular en el mismo navegador.',
  CODIGO: 'Se validó con el código del SMS.',
  OTRO_MEDIO: 'Quedó validado al registrarse: el titular ya había probado ese mismo medio de contacto.',
};

/** What a load of the padrón said of the registros of a medio that goes on as it was. */
function cambiosDelPadron({ deBaja, vigentes, deVuelta }: DatosDeEvento): string {
  const told = [
    tellOf(deBaja, ['está de baja, y sigue en este', 'están de baja, y siguen en este']),
    tellOf(vigentes, ['está vigente otra vez, y sigue en este', 'están vigentes otra vez, y siguen en este']),
    tellOf(deVuelta, [
      'está otra vez a nombre del titular, y no volvió a este',
      'están otra vez a nombre del titular, y no volvieron a este',
    ]),
  ];
  return `Según el padrón: ${told.flat().join('; ')}.`;
}

function tellOf(dato: DatosDeEvento[string] | undefined, [uno, varios]: readonly [string, string]): string[] {
  const cuantos = Number(dato);
  return cuantos > 0 ? [`${formatRegistros(cuantos)} ${cuantos === 1 ? uno : varios} medio de contacto`] : [];
}
