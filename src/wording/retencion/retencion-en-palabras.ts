import { type ClaseVencible, type Plazo, PRUEBAS, VENCIBLES } from '#domain/retencion/retencion.ts';

const REGLAS = { ...VENCIBLES, ...PRUEBAS };
type Clase = keyof typeof REGLAS;

/** What each class is, and why it is kept so long. */
const EN_PALABRAS = {
  PREGUNTAS: ['Preguntas que se firman para ingresar', 'sirven una vez, durante cinco minutos'],
  LIMITES: ['Cuentas de los límites de uso', 'nadie las consulta al terminar su ventana'],
  BUSQUEDAS: ['Lo que el personal escribió en la búsqueda', 'para volver a sus resultados'],
  SELECCIONES: ['Registros marcados sin terminar el trámite', 'para seguir con el formulario abierto'],
  CARGAS: ['Números leídos por una carga del padrón que se cortó', 'ninguna carga tarda un día'],
  AVANCES: ['Avance de la emisión de un acuse largo', 'el acuse emitido se guarda aparte'],
  RECHAZOS: ['Ingresos rechazados, por minuto y causa', 'para reconocer un ataque; no dicen de quién'],
  SUMAS: ['Sumas del tablero, por día y hora', 'su periodo más largo es de 90 días'],
  IDENTIDAD: ['RFC, nombre y registros patronales', 'dicen de quién es todo lo demás'],
  INGRESOS: ['Certificados, respuestas de revocación y sesiones', 'dicen quién hizo cada cosa'],
  MEDIOS: ['Medios de contacto, también cancelados y de baja', 'cada uno tiene folio y acuse sellado'],
  MENSAJES: ['Mensajes, intentos e informes de entrega', 'prueban a dónde y cuándo se avisó'],
  FIRMAS: [
    'Solicitudes, designaciones y actos firmados, con su cadena',
    'prueban que se aceptó el Buzón, quién actúa por quién, y quién quitó su último medio o movió un rol',
  ],
  PETICIONES: ['Peticiones de ser representante', 'dicen quién pidió, y a quién ya no se le puede pedir'],
  ACUSES: ['Acuses, con su cadena, su sello y su PDF', 'cualquiera puede comprobarlos en /verificar'],
  ACLARACIONES: ['Aclaraciones, respuestas y archivos', 'su acuse sella lo que se presentó'],
  PERSONAL: ['Personal de soporte, lo que anotó y lo que mostró', 'dicen quién atendió, quién miró y por qué'],
  BITACORA: ['Bitácora, su cadena y sus anclas', 'quitarle una fila la rompería'],
  REGISTRO: ['Registro público de hechos y sus cabezas', 'prueba que nada anterior se quitó; no dice de quién'],
} as const satisfies Record<Clase, readonly [que: string, porque: string]>;

const UNIDADES = { MINUTO: 'minuto', HORA: 'hora', DIA: 'día' } satisfies Record<Plazo[1], string>;

/** Every class of what is stored: what it is, in which tables, how long it stays and why. */
export function retencionEnPalabras() {
  return (Object.keys(REGLAS) as Clase[]).map((clase) => {
    const [que, porque] = EN_PALABRAS[clase];
    const tablas: readonly string[] = REGLAS[clase].tablas;
    return { que, porque, tablas, cuanto: clase in VENCIBLES ? plazoDe(clase as ClaseVencible) : 'sin límite' };
  });
}

export function nombreDeVencible(clase: ClaseVencible): string {
  return EN_PALABRAS[clase][0];
}

function plazoDe(clase: ClaseVencible): string {
  const [cuanto, unidad] = VENCIBLES[clase].plazo;
  return `${cuanto} ${UNIDADES[unidad]}${cuanto === 1 ? '' : 's'}`;
}
