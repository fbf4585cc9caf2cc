import { parseArgs } from 'node:util';
import { allowTypeScript, load, prepare } from './prepare.mjs';

/**
 * `--help` explains it, and so does an unknown argument. `run` is called once everything is installed, with the command's
 * module where it has one in this folder; where not, it may import TypeScript.
 */
export async function runCommand({ modulo, ayuda, opciones = {}, allowPositionals = false, isBuild = false }, run) {
  const { values, positionals } = readArguments(ayuda, opciones, allowPositionals);
  if (values.help) {
    console.log(ayuda);
    return;
  }
  await prepare({ isBuild });
  if (modulo) return run(await load(modulo), values, positionals);
  await allowTypeScript();
  return run(values, positionals);
}

function readArguments(ayuda, opciones, allowPositionals) {
  try {
    return parseArgs({ options: { help: { type: 'boolean', short: 'h' }, ...opciones }, allowPositionals });
  } catch ({ message }) {
    const [cual] = /'[^']+'/.exec(message) ?? [''];
    console.error(`No entiendo alguna de esas opciones.\n\n${ayuda}\n\nNo entiendo ${cual.replaceAll("'", '')}`);
    process.exit(1);
  }
}
