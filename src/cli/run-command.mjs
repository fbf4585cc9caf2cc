import { parseArgs } from 'node:util';
import { prepare } from './prepare.mjs';

/**
 * Runs a command of the project: `--help` explains it, and so does an argument that it does not know. `run` is called with
 * its options and the rest of what was typed once everything is installed and TypeScript can be imported.
 */
export async function runCommand({ ayuda, opciones = {}, allowPositionals = false, isBuild = false }, run) {
  const { values, positionals } = readArguments(ayuda, opciones, allowPositionals);
  if (values.help) {
    console.log(ayuda);
    return;
  }
  await prepare({ isBuild });
  await run(values, positionals);
}

function readArguments(ayuda, opciones, allowPositionals) {
  try {
    return parseArgs({ options: { help: { type: 'boolean', short: 'h' }, ...opciones }, allowPositionals });
  } catch {
    console.error(`No entiendo alguna de esas opciones.\n\n${ayuda}`);
    process.exit(1);
  }
}
