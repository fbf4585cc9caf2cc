import { parseArgs } from 'node:util';
import { preparar, registerTypeScript } from './preparar.mjs';

const HELP = `npm run soporte:baja -- RFC

Quita a una persona su rol de soporte: sus sesiones abiertas terminan en ese momento. Lo que hizo queda a su nombre.
Para darlo de nuevo: npm run soporte:alta -- RFC "Nombre" ROL`;

const { values, positionals } = parseArgs({
  options: { help: { type: 'boolean', short: 'h' } },
  allowPositionals: true,
});

if (values.help) {
  console.log(HELP);
} else {
  preparar();
  await registerTypeScript();
  const { quitarRol } = await import('./soporte.ts');
  await quitarRol(positionals);
}
