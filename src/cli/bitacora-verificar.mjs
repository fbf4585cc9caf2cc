import { runCommand } from './run-command.mjs';

const AYUDA = `npm run bitacora:verificar [-- --contra archivo]

Recorre toda la bitácora y calcula de nuevo cada huella: la de cada fila y la que la encadena con la anterior. Dice cuántos
eslabones están íntegros y cuántas filas esperan al worker, o cuál es el primer eslabón roto. No cambia nada, y puede correr
con el portal en marcha. Termina con 0 si todo es lo que se escribió y con 1 si algo no lo es o no se pudo revisar.

Calcula también cada hecho a partir de su tabla (medios, alcances, acuses y sus PDF, solicitudes, certificados, respuestas OCSP,
mensajes con sus intentos y reportes, aclaraciones, roles…) y lo compara con la bitácora: de lo que no es lo que se escribió, falta o
está de más dice tabla, folio y columna. Y nombra lo que lleva una fecha que no va con su lugar en la cadena: más de dos horas antes
que lo anterior, o después de haberse encadenado.

También compara la cadena con sus anclas: la cabeza que el worker guarda al terminar cada día (Tiempo del Centro), con sello de
tiempo si hay TSA_URL. Muestra las tres últimas, como posición:huella.

Guarda fuera de esta base la cabeza y las anclas que muestra: quien las tenga sabrá si alguien rehace la cadena desde antes.
Con --contra, el archivo en que se guardaron (la salida de esta orden, o lo que guarda registro:vigilar), lo comprueba también.`;

await runCommand(
  { modulo: 'bitacora-verificar', ayuda: AYUDA, opciones: { contra: { type: 'string' } } },
  ({ verifyBitacoraCommand }, { contra }) => verifyBitacoraCommand(contra),
);
