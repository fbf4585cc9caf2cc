import { runCommand } from './run-command.mjs';

const AYUDA = `npm run soporte:alta -- RFC "Nombre" ROL

Da a una persona un rol de soporte, o cambia el que tiene. Entra con su propia e.firma en /soporte/ingresar. Roles:

  CONSULTA     busca folios y ve su historia, con los datos personales cubiertos
  ATENCION     además reenvía mensajes, contesta aclaraciones y anota folios
  SUPERVISION  además ve el tablero y quién consultó qué y por qué, y da y quita roles

El RFC es el de su e.firma de persona física. Para quitar el rol: npm run soporte:baja -- RFC`;

await runCommand({ modulo: 'soporte', ayuda: AYUDA, allowPositionals: true }, ({ giveRolCommand }, _opciones, args) =>
  giveRolCommand(args),
);
