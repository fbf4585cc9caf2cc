import { runCommand } from './run-command.mjs';

const AYUDA = `npm run restaurar -- archivo [--con-envios] [--contra cabezas]

Devuelve un respaldo a una base de datos vacía, entero o nada, y comprueba filas, acuses y bitácora. Entra como DATABASE_URL_MIGRACION
y necesita pg_restore de la misma versión que el servidor. Crea los usuarios que falten; al de DATABASE_URL, con su contraseña.
Dice hasta cuándo llega la copia. Con --contra, un archivo con cabezas guardadas fuera (la salida de bitacora:verificar, o lo que guarda
registro:vigilar), dice cuántos hechos le faltan y hace que los folios sigan después de los que ya salieron: ninguno se repite.
La copia no envía ni cancela nada hasta que se diga, entonces o después:

  npm run restaurar -- --con-envios      la copia ya es el portal: sus workers siguen con lo que esperaba`;

const opciones = { 'con-envios': { type: 'boolean' }, contra: { type: 'string' } };
await runCommand(
  { modulo: 'restaurar', ayuda: AYUDA, opciones, allowPositionals: true },
  ({ restoreRespaldoCommand }, options, args) =>
    restoreRespaldoCommand(args, options['con-envios'] ?? false, options.contra),
);
