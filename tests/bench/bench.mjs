import { runCommand } from '#cli/run-command.mjs';

const AYUDA = `npm run bench

Mide lo que el portal hace junto a lo menos que puede costar (su suelo), en la misma ejecución y por turnos, y da la razón
entre las medianas de ambos y su meta. No necesita ningún servicio ni puerto. Termina con una tabla y la deja, con todas las
muestras, en tests/.salida/bench.json. Que una meta no se cumpla no es un error; que algo falle, sí.

  npm run bench -- --rapido               todas en seis minutos, con menos vueltas y datos más pequeños
  npm run bench -- verificar-ingreso      una sola (o varias), por su nombre
  npm run bench -- --grande busqueda-de-soporte tablas-que-crecen      con cinco millones y no uno: pide 30 GB libres y media hora
  npm run bench -- --lista                los nombres`;

await runCommand(
  {
    ayuda: AYUDA,
    opciones: { lista: { type: 'boolean' }, rapido: { type: 'boolean' }, grande: { type: 'boolean' } },
    allowPositionals: true,
  },
  async ({ lista, rapido = false, grande = false }, args) => {
    const { listMedidas, runBench } = await import('./run-bench.ts');
    process.exitCode = lista ? listMedidas() : await runBench(args, { rapido, grande });
  },
);
