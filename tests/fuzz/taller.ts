import { openSync } from 'node:fs';
import { LECTORES_DE_BYTES } from './lectores-de-bytes.ts';
import { LECTORES_DE_TEXTOS } from './lectores-de-textos.ts';
import { probarLector } from './probar-lector.ts';

/**
 * A process of its own, for what may not come back: it has a memory of its own, which is small, and can be ended. It is told
 * which readers to try, and tells how far it is.
 */
const { nombres, semilla, veces, ms, conLoDeFuera, pendiente } = JSON.parse(process.argv[2] ?? '') as {
  nombres: string[];
  semilla: number;
  veces: number;
  ms: number;
  conLoDeFuera: boolean;
  pendiente: string;
};
const file = openSync(pendiente, 'w');

for (const lector of [...LECTORES_DE_BYTES, ...LECTORES_DE_TEXTOS].filter(({ nombre }) => nombres.includes(nombre))) {
  const tell = (hechas: number) => process.send?.({ nombre: lector.nombre, hechas });
  tell(0);
  const { falla, ...resultado } = await probarLector(lector, {
    semilla,
    veces,
    ms,
    conLoDeFuera,
    pendiente: file,
    tell,
  });
  const entrada = falla?.entrada.toString('base64');
  process.send?.({ ...resultado, falla: falla && { motivo: falla.motivo, entrada } });
}
process.disconnect?.();
