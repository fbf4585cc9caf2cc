import { runCommand } from './run-command.mjs';

const AYUDA = `npm start

Instala lo que falte, arranca el portal y dice en qué dirección. Sin configurar nada corre en modo de demostración, con
su propia base de datos, correo, SMS, autoridad certificadora y padrón, en la carpeta .datos. Ctrl-C detiene todo.

  PORT=3001 npm start              en otro puerto
  BUZON_DATOS=/otra npm start      con otra carpeta de datos
  npm run dev                      con recarga al editar

Los ajustes se leen del entorno y del archivo .env; .env.example los explica todos.`;

await runCommand(
  { modulo: 'start', ayuda: AYUDA, opciones: { dev: { type: 'boolean' } } },
  ({ start }, { dev = false }) => start({ dev }),
);
