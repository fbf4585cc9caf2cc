import { openCarpetaTemporal } from '../support/carpeta-temporal.ts';
import { startPortal } from '../support/portal.ts';
import type { Directo, Probado } from './ataque.ts';
import { runNavegador, runVitest } from './correr-pruebas.ts';
import { createEscena, DIRECTOS } from './escena.ts';
import { PROBADOS } from './probados.ts';

interface Fila {
  nombre: string;
  como: string;
  /** Null where it held. */
  falta: string | null;
}

const MAX_FALTA = 300;

/** Attacks with one of these words in their name, or all: first those on a portal that it starts. @returns the exit code. */
export async function runAtaques(palabras: readonly string[], { corta = false }: { corta?: boolean }): Promise<number> {
  openCarpetaTemporal();
  const startedAt = Date.now();
  const progress = (line: string) => console.log(`${Math.round((Date.now() - startedAt) / 1000)} s  ${line}`);
  const wanted = <Ataque extends { nombre: string }>(all: readonly Ataque[]) =>
    all.filter(({ nombre }) => palabras.length === 0 || palabras.some((palabra) => nombre.includes(palabra)));
  const directos = wanted(DIRECTOS);
  const filas = directos.length > 0 ? await attackPortal(directos, progress) : [];
  if (!corta) filas.push(...runProbados(wanted(PROBADOS), progress));
  console.log(`\n${filas.map(drawFila).join('\n')}\n`);
  const bad = filas.filter(({ falta }) => falta !== null);
  console.log(
    `${filas.length - bad.length} ataques resistió, ${bad.length} no. ${Math.round((Date.now() - startedAt) / 1000)} s.`,
  );
  return bad.length > 0 || filas.length === 0 ? 1 : 0;
}

async function attackPortal(directos: readonly Directo[], progress: (line: string) => void): Promise<Fila[]> {
  progress('Arranco un portal');
  const portal = await startPortal({ LOG_NIVEL: 'fatal' });
  const escena = createEscena(portal);
  const filas: Fila[] = [];
  try {
    for (const { nombre, intentar } of directos) {
      progress(nombre);
      const falta = await intentar(escena).catch((error: Error) => `el ataque no se pudo hacer: ${error.message}`);
      filas.push({ nombre, como: 'contra el portal', falta });
    }
  } finally {
    await portal.stop();
  }
  return filas;
}

function runProbados(probados: readonly Probado[], progress: (line: string) => void): Fila[] {
  const files = [...new Set(probados.map(({ prueba }) => prueba))];
  const enNavegador = files.filter((file) => file.startsWith('tests/e2e/'));
  const others = files.filter((file) => !enNavegador.includes(file));
  progress(`${files.length} pruebas que ya atacan`);
  const found = new Map([
    ...(others.length > 0 ? runVitest(others) : []),
    ...(enNavegador.length > 0 ? runNavegador(enNavegador) : []),
  ]);
  return probados.map(({ nombre, prueba }) => {
    const veredicto = found.get(prueba);
    return { nombre, como: prueba, falta: veredicto ? veredicto.falta : 'la prueba no corrió' };
  });
}

function drawFila({ nombre, como, falta }: Fila): string {
  const row = `${falta === null ? 'resistió   ' : 'NO RESISTIÓ'}  ${nombre}  (${como})`;
  return falta === null ? row : `${row}\n             ${falta.slice(0, MAX_FALTA)}`;
}
