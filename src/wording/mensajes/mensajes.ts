import type { CodigoError, EnlaceError, ReenvioError, RegistroError } from '#domain/medio-de-contacto/errores.ts';

export const MENSAJES_DE_REGISTRO = {
  CORREO_VACIO: 'Escribe la dirección de correo electrónico en «Medio de Contacto».',
  CORREO_MAL_FORMADO: 'Revisa el correo electrónico: debe tener la forma nombre@dominio.mx, sin espacios.',
  CORREO_DEMASIADO_LARGO: 'Ese correo electrónico es demasiado largo. Registra uno de hasta 254 caracteres.',
  CORREO_CON_ACENTOS:
    'Ese correo electrónico tiene acentos, ñ u otros caracteres que no podemos entregar. Registra uno que antes de la «@» tenga letras sin acento, números y signos comunes.',
  TELEFONO_VACIO: 'Escribe el número celular a 10 dígitos en «Medio de Contacto».',
  TELEFONO_MAL_FORMADO:
    'Revisa el número celular: debe tener 10 dígitos, por ejemplo 55 1234 5678. Escríbelo sin extensión.',
  TELEFONO_EXTRANJERO: 'Sólo se pueden registrar números celulares de México. Escribe un número nacional a 10 dígitos.',
  LIMITE_DE_CORREOS:
    'Ya tienes cinco correos electrónicos registrados para tu RFC, que es el máximo. Para registrar otro, elimina antes uno de ellos de la lista de tus medios de contacto.',
  LIMITE_DE_TELEFONOS:
    'Ya tienes un teléfono registrado para tu RFC, que es el máximo. Para registrar otro, elimina antes el actual de la lista de tus medios de contacto.',
  MEDIO_YA_REGISTRADO:
    'Ese medio de contacto ya está registrado para tu RFC. Si falta validarlo, hazlo desde la lista de tus medios de contacto; si no, registra uno distinto.',
  DEMASIADOS_MENSAJES:
    'A ese medio de contacto ya se le enviaron todos los mensajes permitidos por hoy. Inténtalo de nuevo mañana o registra uno distinto.',
  DEMASIADOS_SIN_VALIDAR:
    'Tienes demasiados medios de contacto sin validar. Valida los que ya registraste, o elimina los que no uses, y registra este después.',
  DEMASIADOS_DEL_DIA:
    'Ya pediste todos los mensajes que se pueden enviar en un día a medios de contacto sin validar. Valida los que ya registraste, o inténtalo de nuevo mañana.',
  SMS_DEL_PORTAL_AGOTADOS:
    'Por hoy ya no podemos enviar más SMS a números nuevos. Inténtalo de nuevo mañana; mientras, puedes registrar y validar tu correo electrónico. Los códigos que ya se pidieron siguen sirviendo.',
  CORREO_AJENO:
    'Quien recibe los mensajes de ese correo electrónico dijo que no es tuyo, así que no lo puedes registrar. Registra otro; si sí es tuyo, abre el enlace del mensaje en el que se presionó «Este correo no es mío» y presiona «Este correo sí es mío».',
  CORREO_CERRADO:
    'Quien recibe los mensajes de ese correo electrónico pidió que nadie lo registre. Registra otro; si es tuyo, abre el enlace del mensaje con el que lo cerraste y presiona «Este correo sí es mío».',
  DEMASIADAS_PETICIONES: 'Registraste demasiados medios de contacto seguidos. Espera una hora y vuelve a intentarlo.',
  SIN_REGISTROS_ELEGIDOS:
    'Elige los registros patronales para los que es este medio de contacto, o marca «Seleccionar todos los Registros Patronales».',
  NINGUN_REGISTRO_LO_ADMITE:
    'Ninguno de los registros patronales elegidos puede tomar ese medio de contacto: ya lo tienen, o ya tienen cinco correos electrónicos o un teléfono, que es el máximo. Elige otros, o elimina antes uno de la lista de tus medios de contacto.',
  CAMBIO_AL_CONFIRMAR:
    'Mientras confirmabas cambió lo que se iba a registrar, y no se registró nada. Presiona «Guardar» de nuevo y revisa lo que dice la ventana.',
} as const satisfies Record<RegistroError, string>;

export const MENSAJES_DE_ENLACE = {
  ENLACE_DESCONOCIDO:
    'Este enlace no es válido. Ábrelo de nuevo desde el mensaje más reciente que recibiste, completo; si no funciona, ingresa al Buzón y revisa tus medios de contacto.',
  ENLACE_SIN_CLAVE:
    'Este enlace ya no se puede comprobar, porque el Buzón cambió la clave con la que se hizo. Ingresa al Buzón y revisa tus medios de contacto: si el correo sigue En proceso, pide otro enlace con «Reenviar»; si se canceló, regístralo nuevamente; si está Validado, no tienes que hacer nada.',
  ENLACE_VENCIDO:
    'Este enlace ya no se puede usar: pasaron las 72 horas y el registro se canceló. Ingresa al Buzón y registra el correo electrónico nuevamente.',
  ENLACE_AJENO: 'Este enlace ya no se puede usar: quien recibió el mensaje dijo que el correo no es suyo.',
  ENLACE_REABIERTO:
    'Ese correo electrónico se puede registrar de nuevo. Este enlace ya no lo valida: ingresa al Buzón y regístralo nuevamente.',
  ENLACE_DE_MEDIO_DADO_DE_BAJA:
    'Este enlace ya no se puede usar: el medio de contacto fue eliminado. Si todavía lo quieres usar, ingresa al Buzón y regístralo nuevamente.',
} as const satisfies Record<EnlaceError, string>;

const MENSAJES_DE_CODIGO = {
  CODIGO_MAL_FORMADO: 'Escribe los cinco dígitos del código que recibiste por SMS.',
  CODIGO_AMBIGUO:
    'Lo que pegaste tiene más de un código. Escribe sólo los cinco dígitos del SMS más reciente que recibiste.',
  CODIGO_DE_MEDIO_DESCONOCIDO:
    'Ese teléfono ya no está en tu lista. Vuelve a tus medios de contacto y registra tu teléfono nuevamente.',
  CODIGO_VENCIDO:
    'El registro de este teléfono ya no está en proceso: pasaron las 72 horas o fue eliminado. Regístralo nuevamente para recibir otro código.',
  CODIGO_SIN_CLAVE:
    'Este código ya no se puede comprobar, porque el Buzón cambió la clave con la que se hizo, y no cuenta como intento. Pide otro con «Reenviar» en la lista de tus medios de contacto.',
  CODIGO_AGOTADO:
    'Se capturaron diez códigos incorrectos y el registro de este teléfono se canceló. Regístralo nuevamente para recibir otro código.',
  INTENTOS_DEL_DIA_AGOTADOS:
    'Ya escribiste todos los códigos incorrectos permitidos por hoy. Inténtalo de nuevo mañana con el mismo código, si no han pasado las 72 horas.',
} as const satisfies Record<Exclude<CodigoError['codigo'], 'CODIGO_INCORRECTO'>, string>;

export function mensajeDeCodigo(error: CodigoError): string {
  if (error.codigo !== 'CODIGO_INCORRECTO') return MENSAJES_DE_CODIGO[error.codigo];
  const { intentosRestantes } = error;
  const restan = intentosRestantes === 1 ? 'Te queda 1 intento' : `Te quedan ${intentosRestantes} intentos`;
  return `El código es incorrecto. Revisa el SMS más reciente y escríbelo de nuevo. ${restan}; después se cancelará el registro.`;
}

export const MENSAJES_DE_REENVIO = {
  REENVIOS_AGOTADOS:
    'Ya se reenvió tres veces, que es el máximo. Revisa la bandeja de spam; si el mensaje no llega, elimina este medio de contacto y regístralo nuevamente, o consulta la Ayuda.',
  REENVIO_SATURADO:
    'A ese medio de contacto ya se le enviaron todos los mensajes permitidos por hoy. Inténtalo de nuevo mañana; el plazo para validarlo no cambia.',
  CORREO_CERRADO:
    'Quien recibe los mensajes de ese correo electrónico pidió que ya no se le envíen. Elimina este registro y registra otro correo; si es tuyo, abre el enlace del mensaje en el que se presionó «Este correo no es mío» y presiona «Este correo sí es mío».',
  REENVIO_NO_PROCEDE:
    'Ese medio de contacto ya no está en proceso, así que no hay mensaje que reenviar. Revisa la lista; si se canceló, regístralo nuevamente.',
  DEMASIADAS_PETICIONES: 'Pediste demasiados mensajes seguidos. Espera una hora y vuelve a intentarlo.',
} as const satisfies Record<Exclude<ReenvioError['codigo'], 'REENVIO_ESPERA'>, string>;

export function mensajeDeReenvio(error: ReenvioError): string {
  if (error.codigo !== 'REENVIO_ESPERA') return MENSAJES_DE_REENVIO[error.codigo];
  const espera = error.segundos === 1 ? '1 segundo' : `${error.segundos} segundos`;
  return `Acabamos de enviarte un mensaje. Espera ${espera} antes de pedir otro; mientras, revisa la bandeja de spam.`;
}

export const SIN_MECANISMO =
  'Elige en «Mecanismo de Comunicación» si vas a registrar un correo electrónico o un teléfono.';
export const SIN_MEDIO =
  'Escribe lo que vas a registrar: un correo electrónico, un teléfono celular a 10 dígitos o ambos.';
