import type { EfirmaError } from '#domain/efirma/efirma-error.ts';
import type {
  FirmaDeActoError,
  FirmaDeRepresentacionError,
  IngresoDeSoporteError,
  SolicitudError,
} from '#domain/efirma/firma-error.ts';
import { formatFecha } from '#domain/fecha.ts';
import type { BajaError } from '#domain/medio-de-contacto/errores.ts';
import type { ActoDeRolError } from '#domain/soporte/errores.ts';
import { MENSAJES_DE_ACTO } from './mensajes-de-acto.ts';

type ErrorDelFormulario =
  | 'RFC_FALTA'
  | 'RFC_MAL_FORMADO'
  | 'CONTRASENA_FALTA'
  | 'FIRMADOR_NO_DISPONIBLE'
  | 'TEXTO_RECHAZADO'
  | 'SIN_CONEXION';

type ErrorDelServidor =
  | Exclude<IngresoDeSoporteError | SolicitudError | FirmaDeRepresentacionError, EfirmaError>
  | Exclude<FirmaDeActoError, EfirmaError>
  | BajaError
  | ActoDeRolError
  | 'DEMASIADOS_INTENTOS'
  | 'SERVICIO_NO_DISPONIBLE'
  | 'PORTAL_OCUPADO';

export type CodigoDeFirma = EfirmaError | ErrorDelFormulario | ErrorDelServidor;

/** Each text names the file or field at fault and says what to do. */
export const MENSAJES_EFIRMA = {
  ...MENSAJES_DE_ACTO,
  CERTIFICADO_FALTA: 'Falta el «Certificado». Selecciona el archivo con terminación .cer de tu e.firma.',
  CERTIFICADO_ILEGIBLE:
    'El archivo elegido en «Certificado» no es un certificado. Selecciona el archivo con terminación .cer de tu e.firma.',
  CERTIFICADO_VACIO:
    'El archivo elegido en «Certificado» está vacío. Selecciona el archivo con terminación .cer de tu e.firma; si no tiene contenido, descárgalo de nuevo en CertiSAT.',
  CERTIFICADO_DANADO:
    'El archivo elegido en «Certificado» está dañado o incompleto. Selecciona otra copia del archivo .cer de tu e.firma, o descárgalo de nuevo en CertiSAT.',
  CERTIFICADO_ES_LLAVE:
    'El archivo elegido en «Certificado» es una llave privada. Selecciona aquí el archivo con terminación .cer de tu e.firma, y la llave en «Llave privada».',
  LLAVE_FALTA: 'Falta la «Llave privada». Selecciona el archivo con terminación .key de tu e.firma.',
  LLAVE_ILEGIBLE:
    'El archivo elegido en «Llave privada» no es una llave privada de e.firma. Selecciona el archivo con terminación .key de tu e.firma.',
  LLAVE_VACIA:
    'El archivo elegido en «Llave privada» está vacío. Selecciona otra copia del archivo con terminación .key de tu e.firma.',
  LLAVE_DANADA:
    'El archivo elegido en «Llave privada» está dañado o incompleto. Selecciona otra copia del archivo .key que se creó con tu certificado; si no la tienes, renueva tu e.firma en el SAT.',
  LLAVE_ES_CERTIFICADO:
    'El archivo elegido en «Llave privada» es un certificado. Selecciona aquí el archivo con terminación .key de tu e.firma, y el certificado en «Certificado».',
  LLAVE_NO_ADMITIDA:
    'La «Llave privada» elegida está protegida de otra manera y este formato no se admite. Selecciona el archivo .key original que se creó con tu certificado al tramitar tu e.firma en el SAT, sin convertirlo con otro programa.',
  LLAVE_SIN_CIFRAR:
    'La «Llave privada» elegida no está protegida con contraseña y no se puede usar aquí. Selecciona el archivo .key original, tal como lo generaste con el SAT; si ya no lo tienes, renueva tu e.firma.',
  ARCHIVOS_INTERCAMBIADOS:
    'Los archivos están intercambiados: elegiste la llave privada en «Certificado» y el certificado en «Llave privada». Selecciona el archivo .cer en «Certificado» y el archivo .key en «Llave privada».',
  ARCHIVO_ES_PFX:
    'El archivo elegido es un .pfx o .p12, que reúne el certificado y la llave. Selecciona por separado el archivo .cer en «Certificado» y el archivo .key en «Llave privada».',
  ARCHIVO_ES_SOLICITUD:
    'El archivo elegido es una solicitud al SAT (.req, .ren o .sdg), que no sirve para firmar. Selecciona el archivo .cer que el SAT te entregó después, o descárgalo en CertiSAT, y el archivo .key que se creó junto con la solicitud.',
  ARCHIVO_ES_PAGINA_WEB:
    'El archivo elegido es una página web que se guardó en lugar del archivo. Selecciona el .cer o el .key original, o descarga de nuevo tu certificado en CertiSAT.',
  ARCHIVO_COMPRIMIDO:
    'El archivo elegido está comprimido (.zip u otro). Descomprímelo primero; después selecciona el archivo .cer en «Certificado» y el archivo .key en «Llave privada».',
  ARCHIVO_NO_ADMITIDO:
    'El archivo elegido es de otro programa y este formato no se admite. Selecciona los archivos originales de tu e.firma: el .cer que te entregó el SAT, que puedes descargar en CertiSAT, y el .key que se creó con él.',
  ARCHIVO_YA_NO_ESTA:
    'No se pudo leer el archivo elegido: se movió, se borró o cambió después de elegirlo. Selecciona de nuevo el archivo.',
  ARCHIVO_DEMASIADO_GRANDE:
    'El archivo elegido es demasiado grande para ser de una e.firma. Selecciona el archivo .cer en «Certificado» y el archivo .key en «Llave privada».',
  PAR_NO_CORRESPONDE:
    'La «Llave privada» no corresponde al «Certificado». Selecciona los dos archivos de la misma e.firma; si la renovaste, usa los más recientes.',
  CONTRASENA_INCORRECTA:
    'La contraseña de la llave privada es incorrecta o el archivo .key está dañado. Escríbela de nuevo, con sus mayúsculas y minúsculas; es la que elegiste al generar tu e.firma, no la del portal del SAT.',
  CONTRASENA_CON_ESPACIOS:
    'La contraseña es incorrecta por un espacio: es la misma sin los espacios que escribiste. Escríbela de nuevo sin espacios al principio ni al final.',
  CONTRASENA_CON_OTRAS_MAYUSCULAS:
    'La contraseña es incorrecta por sus mayúsculas y minúsculas. Revisa que no esté activada la tecla Bloq Mayús y escríbela de nuevo.',
  CONTRASENA_CON_OTROS_ACENTOS:
    'La contraseña es incorrecta por la forma en que tu equipo representa sus letras con acento o la ñ. Escríbela con el teclado en lugar de pegarla; si ya la escribiste así, pégala de donde la guardaste o usa el equipo en que la creaste.',
  CONTRASENA_CON_OTROS_SIGNOS:
    'La contraseña es incorrecta por un signo que tu teclado cambió por otro parecido, como las comillas o los guiones. Escríbela de nuevo con comillas y guiones sencillos, o pégala desde una nota de texto sin formato.',
  CERTIFICADO_ES_CSD:
    'El «Certificado» elegido es un certificado de sello digital (CSD), que sólo sirve para facturar. Selecciona los archivos .cer y .key de tu e.firma.',
  CERTIFICADO_NO_ES_EFIRMA:
    'El «Certificado» elegido no es de una e.firma. Selecciona el archivo .cer que te entregó el SAT con tu e.firma.',
  CERTIFICADO_VENCIDO:
    'El «Certificado» está vencido: su vigencia terminó el {hasta} (hora del centro de México). Renueva tu e.firma en el portal del SAT e inténtalo de nuevo con los archivos nuevos.',
  CERTIFICADO_AUN_NO_VIGENTE:
    'El «Certificado» aún no está vigente: su vigencia comienza el {desde} (hora del centro de México). Espera a esa fecha, o selecciona los archivos de tu e.firma vigente.',
  CERTIFICADO_REVOCADO:
    'El «Certificado» está revocado y ya no puede usarse. Tramita una e.firma nueva en el SAT, o selecciona los archivos de la más reciente.',
  CERTIFICADO_SUSPENDIDO:
    'El «Certificado» está suspendido por ahora. Pide al SAT que lo reactive y vuelve a intentarlo, o tramita una e.firma nueva.',
  CERTIFICADO_DEBIL:
    'El «Certificado» usa una llave o un algoritmo que ya no es seguro. Renueva tu e.firma en el portal del SAT.',
  AUTORIDAD_DESCONOCIDA:
    'El «Certificado» no fue emitido por una autoridad certificadora reconocida. Selecciona el archivo .cer que te entregó el SAT con tu e.firma.',
  AUTORIDAD_NO_VIGENTE:
    'El «Certificado» cuenta como vencido, porque la autoridad certificadora que lo emitió ya no está vigente. Renueva tu e.firma en el portal del SAT e inténtalo de nuevo con los archivos nuevos.',
  RFC_NO_COINCIDE:
    'El RFC que escribiste no es el del «Certificado» elegido. Corrige el RFC o selecciona los archivos de la e.firma de ese RFC.',
  RFC_GENERICO:
    'Ese RFC es genérico y no puede tener un Buzón. Escribe tu propio RFC y selecciona los archivos de su e.firma.',
  FIRMA_NO_CORRESPONDE:
    'La firma no corresponde al «Certificado». Selecciona de nuevo los dos archivos de tu e.firma y vuelve a firmar.',
  REVOCACION_DESCONOCIDA:
    'El servicio de revocación del SAT no reconoce el «Certificado». Comprueba que sea el más reciente de tu e.firma; si lo es, acude al SAT.',
  REVOCACION_NO_DISPONIBLE:
    'En este momento no es posible consultar si el «Certificado» fue revocado. Tus archivos están bien: espera unos minutos y vuelve a intentarlo.',
  CONTEXTO_INSEGURO:
    'Esta página se abrió sin conexión segura y aquí no se puede usar la e.firma sin ponerla en riesgo. Abre el portal con una dirección que comience con https:// e inténtalo de nuevo.',
  RFC_FALTA: 'Falta el RFC. Escribe el RFC al que pertenece la e.firma.',
  RFC_MAL_FORMADO:
    'El RFC no está completo o tiene un carácter de más. Escríbelo con sus 12 caracteres (persona moral) o 13 (persona física).',
  CONTRASENA_FALTA: 'Falta la contraseña. Escribe la contraseña de la llave privada de tu e.firma.',
  FIRMADOR_NO_DISPONIBLE:
    'No se pudo iniciar la firma en tu navegador. Revisa tu conexión, vuelve a cargar la página e inténtalo de nuevo; si continúa, usa otro navegador actualizado.',
  TEXTO_RECHAZADO:
    'Por seguridad no se firmó: lo que se pidió firmar no corresponde a esta página. Revisa que la dirección sea la del portal, vuelve a cargar la página e inténtalo de nuevo.',
  SIN_CONEXION: 'No se pudo comunicar con el portal. Revisa tu conexión a internet y vuelve a intentarlo.',
  CHALLENGE_VENCIDO: 'Pasó demasiado tiempo antes de firmar. Escribe tu contraseña y vuelve a intentarlo.',
  CHALLENGE_USADO: 'Este intento ya se había usado. Escribe tu contraseña y vuelve a intentarlo.',
  CHALLENGE_DE_OTRO_NAVEGADOR:
    'Este intento comenzó en otro navegador o las cookies están desactivadas. Permite las cookies de este portal, vuelve a cargar la página e inténtalo de nuevo.',
  DEMASIADOS_INTENTOS: 'Hubo demasiados intentos seguidos. Espera diez minutos y vuelve a intentarlo.',
  SERVICIO_NO_DISPONIBLE:
    'El portal no pudo terminar la operación. Espera unos minutos y vuelve a intentarlo; tus archivos y tu contraseña no salieron de tu equipo.',
  PORTAL_OCUPADO:
    'El portal está ocupado con otra operación y no se hizo nada. Espera unos segundos y vuelve a intentarlo; tus archivos y tu contraseña no salieron de tu equipo.',
  SESION_TERMINADA: 'Tu sesión terminó. Ingresa de nuevo con tu e.firma para continuar.',
  FALTAN_MEDIOS:
    'Para firmar necesitas al menos un correo electrónico y tu teléfono celular validados para tu RFC. Termina de validarlos y vuelve a esta página.',
  SIN_ROL_DE_SOPORTE:
    'Tu e.firma está en orden, pero ese RFC no tiene un rol de soporte. Ingresa en la página de inicio si buscas tu Buzón; para atender a titulares, pide el alta a quien supervisa el soporte.',
  TEXTO_NUEVO:
    'Mientras leías entró en vigor otro texto de la solicitud, y no se firmó nada. Vuelve a cargar la página, léelo y firma ese.',
  DESIGNACION_CERRADA:
    'Esta designación ya no se puede firmar: los dos firmaron, terminó o venció. Abre la lista para ver cómo quedó.',
  FIRMANTE_AJENO:
    'El RFC del «Certificado» no es el del titular ni el del representante de esta designación. Selecciona los archivos de la e.firma de quien falta.',
  FALTA_LA_OTRA_FIRMA:
    'Esa firma ya se recibió. Falta la de la otra persona: selecciona los archivos de su e.firma, o espera a que firme en su equipo.',
  PRIMERA_FIRMA_SIN_EFECTO:
    'La primera firma ya no sirve: pasó su plazo, o la e.firma con que se hizo dejó de ser válida. No se firmó nada: selecciona de nuevo los archivos de quien firma primero.',
  FIRMA_SIMULTANEA: 'La otra persona firmó en ese momento. Escribe tu contraseña y firma otra vez.',
  YA_FIRMADA: 'La solicitud ya está firmada. Vuelve a cargar la página para ver y descargar su acuse.',
} as const satisfies Record<CodigoDeFirma, string>;

/** One that is not known counts as an outage. The dates are the certificate's, whose validity the server has judged. */
export function mensajeDeFirma(codigo: string, certificado?: { validoDesde: Date; validoHasta: Date }): string {
  const mensaje = Object.hasOwn(MENSAJES_EFIRMA, codigo)
    ? MENSAJES_EFIRMA[codigo as CodigoDeFirma]
    : MENSAJES_EFIRMA.SERVICIO_NO_DISPONIBLE;
  if (!certificado) return mensaje;
  const { validoDesde, validoHasta } = certificado;
  return mensaje.replace('{desde}', formatFecha(validoDesde)).replace('{hasta}', formatFecha(validoHasta));
}
