import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '#cli/prepare.mjs';
import { runCommand } from '#cli/run-command.mjs';

const AYUDA = `npm run mutantes -- CARPETA…

Cambia una por una las reglas de una carpeta o un archivo de src/domain y src/tramites, y dice con qué cambios ninguna prueba
falla: cada uno es una regla que se podría romper sin que nadie lo notara. Termina bien sólo si no sobrevive ninguno.

  npm run mutantes -- aclaracion                              la carpeta de ese nombre, en domain y en tramites
  npm run mutantes -- domain/rebote domain/folio.ts           sólo esa carpeta y ese archivo

  npm run mutantes -- sesion --pruebas soporte --pruebas sesion/sign-in     juzgada por esas pruebas

A las reglas de domain las juzgan las pruebas que están a su lado, en segundos. A las de tramites, las de integración de la carpeta
del mismo nombre (o de las que diga --pruebas), con PostgreSQL de verdad: una carpeta tarda de minutos a una hora, y sólo se cambian
condiciones, comparaciones y filtros. Lo que sobrevive con razón lleva junto a su línea un comentario
«Stryker disable» que la dice. Se trabaja en una copia: las fuentes no se tocan.`;

const STRYKER = 'node_modules/@stryker-mutator/core/bin/stryker.js';

const opciones = { pruebas: { type: 'string', multiple: true, default: [] } };

await runCommand({ ayuda: AYUDA, opciones, allowPositionals: true }, ({ pruebas }, carpetas) => {
  const missing = carpetas.filter((carpeta) => find(carpeta).length === 0);
  if (carpetas.length === 0 || missing.length > 0) {
    console.error(
      [...missing.map((carpeta) => `No hay nada en src/domain ni en src/tramites: ${carpeta}`), AYUDA].join('\n\n'),
    );
    process.exitCode = 1;
    return;
  }
  const found = carpetas.flatMap(find);
  const failed = ['domain', 'tramites'].filter((layer) => {
    const wanted = found.filter((each) => each.startsWith(`src/${layer}`));
    return wanted.length > 0 && !mutate(wanted, layer === 'domain' ? ['src/domain'] : findPruebas(wanted, pruebas));
  });
  process.exitCode = failed.length === 0 ? 0 : 1;
});

/** The folders and files that it names. */
function find(carpeta) {
  const inLayers = ['domain', 'tramites'].flatMap((layer) => [`src/${layer}/${carpeta}`, `src/${layer}/${carpeta}.ts`]);
  return [...inLayers, `src/${carpeta}`]
    .map((each) => path.posix.normalize(each))
    .filter((each) => /^src\/(domain|tramites)\b/.test(each) && existsSync(path.join(ROOT, each)));
}

/** Those that were asked for, or those of the folder of the same name. */
function findPruebas(found, pruebas) {
  const names = pruebas.length > 0 ? pruebas : found.map((each) => each.split('/')[2]);
  return [...new Set(names)].map((name) => `tests/integration/${name}`);
}

function mutate(found, pruebas) {
  const patterns = found.map((each) => (statSync(path.join(ROOT, each)).isDirectory() ? `${each}/**/*.ts` : each));
  const files = [...patterns, '!src/**/*.test.ts'].join(',');
  const { status } = spawnSync(process.execPath, [STRYKER, 'run', 'tests/stryker.config.mjs', '--mutate', files], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, BUZON_MUTANTES: pruebas.join(',') },
  });
  return status === 0;
}
