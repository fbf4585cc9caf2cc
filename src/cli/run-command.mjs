import { parseArgs } from 'node:util';
import { prepare, registerTypeScript } from './prepare.mjs';

/** `--help` explains it, and so does an unknown argument. `run` is called once everything is installed. */
export async function runCommand({ ayuda, opciones = {}, allowPositionals = false }, run) {
  const { values, positionals } = readArguments(ayuda, opciones, allowPositionals);
  if (values.help) {
    console.log(ayuda);
    return;
  }
  prepare();
  await registerTypeScript();
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
