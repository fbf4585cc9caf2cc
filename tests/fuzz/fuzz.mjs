import { runCommand } from '#cli/run-command.mjs';

const AYUDA = `npm run fuzz -- --minutos 10

Da a todo lo que lee algo de fuera (certificados y llaves, respuestas OCSP y TSA, CSV, rebotes, adjuntos, textos tecleados,
cabeceras) entradas alteradas de tests/fuzz/corpus, y a un portal que arranca, peticiones alteradas. Falla lo que lanza un error
que no documenta, tarda más de 50 ms de procesador, pide memoria sin medida o no termina, y toda respuesta de 500. Termina con una
tabla; lo que falló deja su entrada en tests/.salida/fuzz y dice con qué semilla se repite.

  npm run fuzz -- --minutos 2 --semilla 7      lo mismo que otra corrida con esa semilla
  npm run fuzz -- --sin-portal der             sólo los lectores que tienen esa palabra en su nombre`;

const opciones = {
  minutos: { type: 'string', default: '10' },
  semilla: { type: 'string', default: String(Date.now() % 1_000_000) },
  'sin-portal': { type: 'boolean', default: false },
};
await runCommand({ ayuda: AYUDA, opciones, allowPositionals: true }, async (elegidas, palabras) => {
  const [minutos, semilla] = [Number(elegidas.minutos), Number(elegidas.semilla)];
  if (!(minutos > 0) || !Number.isInteger(semilla)) {
    console.error('--minutos es un número mayor que cero, y --semilla un entero.');
    process.exit(1);
  }
  const { fuzzCommand } = await import('./run-fuzz.ts');
  const conPortal = !elegidas['sin-portal'];
  process.exit(await fuzzCommand({ ms: minutos * 60_000, semilla, palabras, conPortal }));
});
