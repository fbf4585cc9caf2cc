import { runCommand } from './run-command.mjs';

const AYUDA = `npm run entrega:probar -- MENSAJE archivo

Dice si un texto es, letra por letra, lo que se envió en un mensaje. MENSAJE es su identificador: está en la constancia de entrega.
El archivo es el correo como lo guarda un programa de correo (.eml), o el texto de un SMS.

De cada intento se guardó un HMAC de su texto, con la llave de MENSAJES_SECRET (o, sin ella, de AUTH_SECRET) que había entonces: hace
falta que siga en el ajuste. No cambia nada. Termina con 0 si es lo que se envió y con 1 si no lo es o no se puede saber.`;

await runCommand(
  { modulo: 'entrega-probar', ayuda: AYUDA, allowPositionals: true },
  ({ verifyTextoCommand }, _, args) => verifyTextoCommand(args),
);
