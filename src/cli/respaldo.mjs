import { runCommand } from './run-command.mjs';

const AYUDA = `npm run respaldo [-- carpeta]

Guarda toda la base de datos en un archivo con la fecha en su nombre, en la carpeta dada o en BUZON_DATOS, con el portal en marcha.
Usa pg_dump de la misma versión que el servidor y entra como el dueño de las tablas (DATABASE_URL_MIGRACION). El archivo aparece
entero o no aparece. Lleva datos personales, y no lleva los ajustes ni la llave del sello: guarda unos y otra aparte.`;

await runCommand(
  { modulo: 'respaldo', ayuda: AYUDA, allowPositionals: true },
  ({ writeRespaldoCommand }, _options, args) => writeRespaldoCommand(args),
);
