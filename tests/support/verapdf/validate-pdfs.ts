import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const inRepository = (file: string) => fileURLToPath(new URL(`../../../${file}`, import.meta.url));

// veraPDF is inside this package's jar. Java no longer brings the JAXB that it reads its profiles with; Debian does.
const VERAPDF = inRepository('node_modules/@opendataloader/pdf/lib/opendataloader-pdf-cli.jar');
const JAXB = '/usr/share/java/jaxb-impl.jar';
const PROGRAM = inRepository('tests/support/verapdf/Validar.java');
/** Half of the work of so short a run would be to optimize it; and it leaves nothing in /tmp, whatever TMPDIR says. */
const QUICK = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-XX:-UsePerfData'];

export const hasVeraPdf =
  !spawnSync('javac', ['-J-XX:-UsePerfData', '-version']).error && existsSync(JAXB) && existsSync(VERAPDF);

/** Of a document that keeps both. */
export const CONFORMS = ['2a passed', 'ua1 passed'];

/** What veraPDF says of each document, by its name; Java starts once for all of them, some five seconds. */
export function validatePdfs(pdfs: ReadonlyMap<string, Uint8Array>): Map<string, string[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'verapdf-'));
  const fileOf = (name: string) => path.join(folder, `${name}.pdf`);
  for (const [name, pdf] of pdfs) writeFileSync(fileOf(name), pdf);
  const files = [...pdfs.keys()].map(fileOf);
  const java = ['-cp', `${VERAPDF}:${JAXB}`, PROGRAM, ...files];
  const { status, stdout, stderr } = spawnSync('java', [...QUICK, ...java], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  if (status !== 0) throw new Error(`veraPDF failed: ${stderr}`);
  const lines = stdout.split('\n').map((line) => line.split('\t'));
  const saidOf = (name: string) => lines.filter(([file]) => file === fileOf(name)).map(([, said = '']) => said);
  return new Map([...pdfs.keys()].map((name) => [name, saidOf(name)]));
}
