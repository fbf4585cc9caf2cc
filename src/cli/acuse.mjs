import { parseArgs } from 'node:util';
import { preparar, registerTypeScript } from './preparar.mjs';

const HELP = `npm run acuse -- FOLIO TIPO

Escribe el PDF de un acuse en FOLIO-TIPO.pdf: los mismos bytes que descarga su titular. Si aún no se emitía, lo emite. Queda
anotado en la bitácora. Tipos: registro, validacion, baja, solicitud, aclaracion.

  --salida archivo.pdf   otro nombre; nunca escribe sobre un archivo que ya existe`;

const { values, positionals } = readArguments();

if (values.help) {
  console.log(HELP);
} else {
  preparar();
  await registerTypeScript();
  const { escribirAcuse } = await import('./acuse.ts');
  await escribirAcuse(positionals, values.salida);
}

function readArguments() {
  const options = { help: { type: 'boolean', short: 'h' }, salida: { type: 'string' } };
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch {
    console.error(`No entiendo alguna de esas opciones.\n\n${HELP}`);
    process.exit(1);
  }
}
