import { parseArgs } from 'node:util';
import { preparar, registerTypeScript } from '../../src/cli/preparar.mjs';

const HELP = `npm run bench

Mide lo que el portal hace junto a lo menos que puede costar (su suelo), en la misma ejecución y por turnos, y da la razón
entre las medianas de ambos y su meta. No necesita ningún servicio ni puerto. Termina con una tabla y la deja, con todas las
muestras, en tests/.salida/bench.json. Que una meta no se cumpla no es un error; que algo falle, sí.

  npm run bench -- --rapido               todas en menos de 3 minutos, con menos vueltas y datos más pequeños
  npm run bench -- verificar-ingreso      una sola (o varias), por su nombre
  npm run bench -- --lista                los nombres`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    help: { type: 'boolean', short: 'h' },
    lista: { type: 'boolean' },
    rapido: { type: 'boolean' },
  },
});

if (values.help) {
  console.log(HELP);
} else {
  preparar();
  await registerTypeScript();
  const { listMedidas, runBench } = await import('./run-bench.ts');
  process.exitCode = values.lista ? listMedidas() : await runBench(positionals, { rapido: values.rapido ?? false });
}
