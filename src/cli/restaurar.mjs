import { runCommand } from './run-command.mjs';

const AYUDA = `npm run restaurar -- archivo [--con-envios]

Devuelve un respaldo a una base de datos vacía, entero o nada, y comprueba filas, acuses y bitácora. Entra como DATABASE_URL_MIGRACION
y necesita pg_restore de la misma versión que el servidor. Crea los usuarios que falten; al de DATABASE_URL, con su contraseña.
La copia no envía ni cancela nada hasta que se diga, entonces o después:

  npm run restaurar -- --con-envios      la copia ya es el portal: sus workers siguen con lo que esperaba`;

const opciones = { 'con-envios': { type: 'boolean' } };
await runCommand({ ayuda: AYUDA, opciones, allowPositionals: true }, async (options, args) => {
  const { restoreRespaldoCommand } = await import('./restaurar.ts');
  await restoreRespaldoCommand(args, options['con-envios'] ?? false);
});
