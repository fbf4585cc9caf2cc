import { runCommand } from './run-command.mjs';

const AYUDA = `npm run bitacora:verificar

Recorre toda la bitácora y calcula de nuevo cada huella: la de cada fila y la que la encadena con la anterior. Dice cuántos
eslabones están íntegros y cuántas filas esperan al worker, o cuál es el primer eslabón roto. No cambia nada, y puede correr
con el portal en marcha. Termina con 0 si la bitácora está íntegra y con 1 si está rota o no se pudo revisar.

También compara la cadena con sus anclas: la cabeza que el worker guarda al terminar cada día (Tiempo del Centro), con sello de
tiempo si hay TSA_URL. Muestra las tres últimas, como posición:huella.

Guarda fuera de esta base la cabeza y las anclas que muestra: quien las tenga sabrá si alguien rehace la cadena desde antes.`;

await runCommand({ ayuda: AYUDA }, async () => {
  const { verifyBitacoraCommand } = await import('./bitacora-verificar.ts');
  await verifyBitacoraCommand();
});
