import { runCommand } from '#cli/run-command.mjs';

const AYUDA = `npm run ataques

Ataca un portal que arranca: peticiones de otro sitio, métodos, cabeceras, guiones, direcciones y archivos ajenos, sesiones y
retos falsos, textos que crecen; y corre las pruebas que ya atacan certificados, OCSP, límites, SMS, derechos en la base y soporte.
Termina con una tabla de cada ataque y si resistió; con 0 si todos. No necesita ningún servicio ni puerto.

  npm run ataques -- SMS cookie    sólo los que tienen una de esas palabras en su nombre
  npm run ataques -- --corta       sólo contra el portal; es lo que corre en CI, dentro de las pruebas en navegador`;

const opciones = { corta: { type: 'boolean' } };
await runCommand({ ayuda: AYUDA, opciones, allowPositionals: true }, async (elegidas, palabras) => {
  const { runAtaques } = await import('./run-ataques.ts');
  process.exit(await runAtaques(palabras, elegidas));
});
