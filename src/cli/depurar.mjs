import { runCommand } from './run-command.mjs';

const AYUDA = `npm run depurar [-- --simular]

Borra lo que el portal guardó para sí y ya cumplió su plazo, según la tabla «Qué se guarda y cuánto» de src/AMENAZAS.md, y dice
cuántas filas de cada clase. El worker lo hace también, cada minuto: la orden sirve donde el worker estuvo detenido, y para saberlo.
Lo que es prueba (acuses, cadenas, firmas, mensajes, bitácora) no lo borra nadie: la base de datos lo impide. Puede correr con el
portal en marcha, cuantas veces se quiera y en dos lugares a la vez; si se corta, la siguiente sigue donde quedó.

  --simular   sólo dice cuánto se borraría`;

await runCommand(
  { modulo: 'depurar', ayuda: AYUDA, opciones: { simular: { type: 'boolean' } } },
  ({ forgetVencidosCommand }, { simular }) => forgetVencidosCommand({ isSimulacro: simular === true }),
);
