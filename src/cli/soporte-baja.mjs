import { runCommand } from './run-command.mjs';

const AYUDA = `npm run soporte:baja -- RFC

Quita a una persona su rol de soporte: sus sesiones abiertas terminan en ese momento. Lo que hizo queda a su nombre.
Para darlo de nuevo: npm run soporte:alta -- RFC "Nombre" ROL`;

await runCommand({ modulo: 'soporte', ayuda: AYUDA, allowPositionals: true }, ({ removeRolCommand }, _opciones, args) =>
  removeRolCommand(args),
);
