import { runCommand } from './run-command.mjs';

const AYUDA = `npm run acuse -- FOLIO TIPO

Escribe el PDF de un acuse en FOLIO-TIPO.pdf: los mismos bytes que descarga su titular. Si aún no se emitía, lo emite. Queda
anotado en la bitácora. Tipos: registro, validacion, baja, solicitud, aclaracion.

  --salida archivo.pdf   otro nombre; nunca escribe sobre un archivo que ya existe`;

await runCommand(
  { modulo: 'acuse', ayuda: AYUDA, opciones: { salida: { type: 'string' } }, allowPositionals: true },
  ({ writeAcuseCommand }, { salida }, args) => writeAcuseCommand(args, salida),
);
