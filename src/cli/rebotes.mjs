import { runCommand } from './run-command.mjs';

const AYUDA = `npm run rebotes

Lee los mensajes nuevos del Maildir REBOTES_MAILDIR y marca «Rebotado», con su motivo, cada correo que un servidor devolvió para
siempre, lo diga con un informe (RFC 3464) o sólo con palabras. Las demoras, las quejas y las respuestas automáticas no son rebotes.
Lo leído pasa de new a cur y nada se borra: lo que no se pudo relacionar con un mensaje del portal queda ahí sin leer, y se cuenta
por su causa. Puede correr mientras llega correo y cuantas veces se quiera. El worker lo hace también, cada minuto.`;

await runCommand({ modulo: 'rebotes', ayuda: AYUDA }, ({ importRebotesCommand }) => importRebotesCommand());
