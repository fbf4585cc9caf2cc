// Prints an acuse of every kind, to be looked at: npx tsx tests/support/acuse/imprimir-muestras.ts [carpeta]
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { emitMuestra } from './emit-muestra.ts';
import { MUESTRAS } from './muestras.ts';

const carpeta = process.argv[2] ?? 'tests/.salida/acuses';
mkdirSync(carpeta, { recursive: true });
for (const [nombre, make] of Object.entries(MUESTRAS)) {
  const pdf = await emitMuestra(make());
  writeFileSync(path.join(carpeta, `${nombre}.pdf`), pdf);
  console.log(`${carpeta}/${nombre}.pdf  ${Math.ceil(pdf.length / 1000)} kB`);
}
