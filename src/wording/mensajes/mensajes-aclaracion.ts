import type { AclaracionError, AtencionError, ReplicaError } from '#domain/aclaracion/errores.ts';

export const MENSAJES_DE_ACLARACION = {
  ASUNTO_NO_ELEGIDO: 'Elige en «Asunto» de qué trata tu aclaración.',
  MEDIO_NO_ENCONTRADO:
    'Ese folio no es de un medio de contacto tuyo. Cópialo de la lista de tus medios de contacto, o deja el campo vacío.',
  TEXTO_VACIO: 'Escribe qué pasó o qué necesitas saber.',
  TEXTO_DEMASIADO_LARGO: 'El texto pasa de 3,000 caracteres. Acórtalo, o adjunta el detalle en un PDF.',
  ADJUNTO_VACIO: 'El archivo está vacío. Elige otro, o preséntala sin archivo.',
  ADJUNTO_DEMASIADO_GRANDE:
    'El archivo pasa de 5 MB, que es el máximo. Elige uno más pequeño; si es una foto, una captura de pantalla de ella suele bastar.',
  ADJUNTO_COMPRIMIDO:
    'No se aceptan archivos comprimidos ni de Word o Excel. Guárdalo como PDF, o adjunta una captura de pantalla en PNG o JPEG.',
  ADJUNTO_HEIC:
    'La foto está en el formato HEIC del iPhone, que no se acepta. Tómale una captura de pantalla, o guárdala como JPEG, y adjunta esa.',
  ADJUNTO_DE_TEXTO:
    'No se aceptan páginas web, SVG ni archivos de texto con marcas. Imprímelo como PDF, o adjunta una captura de pantalla en PNG o JPEG.',
  ADJUNTO_NO_ADMITIDO:
    'El archivo no es un PDF, PNG o JPEG, aunque su nombre lo diga. Guárdalo en uno de esos formatos, o adjunta una captura de pantalla.',
  DEMASIADAS_ACLARACIONES:
    'Presentaste demasiados escritos en un día. Inténtalo de nuevo mañana o llama al Centro de Contacto: 800 623 23 23, opción 5, luego opción 5.',
  ACLARACION_NO_ENCONTRADA: 'Esa aclaración no existe o no es de tu RFC. Revisa la lista de tus aclaraciones.',
  ACLARACION_CERRADA:
    'Esta aclaración ya se cerró y no recibe más mensajes. Si todavía necesitas ayuda, presenta otra.',
} as const satisfies Record<AclaracionError | ReplicaError, string>;

export const MENSAJES_DE_ATENCION = {
  SIN_PERMISO_DE_ATENDER: 'Tu rol permite consultar aclaraciones, pero no atenderlas. Pídelo a quien supervisa.',
  ACLARACION_DESCONOCIDA: 'No hay una aclaración con ese folio. Revisa que esté bien escrito.',
  ACLARACION_YA_TOMADA:
    'Alguien ya atiende esta aclaración, o ya tiene respuesta. Actualiza la página para ver cómo va.',
  ACLARACION_SIN_RESPUESTA: 'Quien la presentó todavía espera una respuesta. Respóndela antes de cerrarla.',
  ACLARACION_YA_CERRADA: 'Esta aclaración ya se cerró. Si falta algo, quien la presentó puede presentar otra.',
  TEXTO_VACIO: 'Escribe la respuesta.',
  TEXTO_DEMASIADO_LARGO: 'La respuesta pasa de 3,000 caracteres. Acórtala.',
} as const satisfies Record<AtencionError, string>;
