import { runCommand } from './run-command.mjs';

const AYUDA = `npm run worker

Atiende la cola: envía avisos, emite acuses y cancela los medios de contacto que vencen. En produccion corre aparte del
portal, tantos procesos como hagan falta, con los mismos ajustes. En demostración no hace falta, porque «npm start» trae el suyo;
con uno en marcha, este ayuda.`;

await runCommand({ modulo: 'worker', ayuda: AYUDA }, ({ runWorker }) => runWorker());
