import { runCommand } from '#cli/run-command.mjs';

const AYUDA = `npm run fallas

Descompone una por una las partes de las que el portal depende, con gente que lo usa, y cuenta qué se perdió o se repitió. Termina
con una tabla y con 0 si no hubo daño. Tarda menos de 20 minutos; no necesita ningún servicio ni puerto.

  npm run fallas -- smtp reloj     sólo las que tienen una de esas palabras en su nombre
  npm run fallas -- --corta        unas cuantas, en minuto y medio; es lo que corre en CI
  npm run fallas -- --todo         con un millón de vencimientos, y no cien mil, que han de acabar en cinco minutos`;

const opciones = { corta: { type: 'boolean' }, todo: { type: 'boolean' } };
await runCommand({ ayuda: AYUDA, opciones, allowPositionals: true }, async (elegidas, palabras) => {
  const { runFallas } = await import('./run-fallas.ts');
  process.exit(await runFallas(palabras, elegidas));
});
