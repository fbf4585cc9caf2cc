import { parseArgs } from 'node:util';
import { preparar, registerTypeScript } from './preparar.mjs';

const HELP = `npm run worker

Atiende la cola: envía avisos, emite acuses y cancela los medios de contacto que vencen. En produccion corre aparte del
portal, tantos procesos como hagan falta, con los mismos ajustes. En demostración no hace falta, porque «npm start» trae el suyo;
con uno en marcha, este ayuda.`;

const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' } } });

if (values.help) {
  console.log(HELP);
} else {
  preparar();
  await registerTypeScript();
  const { runWorker } = await import('./worker.ts');
  await runWorker();
}
