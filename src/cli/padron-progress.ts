import { formatCantidad } from '#domain/cantidad.ts';
import type { ResumenDePadron } from '#tramites/padron/import-padron.ts';

const ANCHO = 24;
const PASO_MS = 100;

/** A bar on a terminal, drawn over ten times a second; elsewhere a line for every twentieth part. */
export function createProgress(fraction: () => number) {
  const began = performance.now();
  let leidos = 0;
  let drawnAt = Number.NEGATIVE_INFINITY;
  let told = -1;
  const draw = () => {
    const done = fraction();
    drawnAt = performance.now();
    const bar = '█'.repeat(Math.round(done * ANCHO)).padEnd(ANCHO, '░');
    process.stdout.write(`\r${bar} ${describe(done, leidos, drawnAt - began)}\x1b[K`);
  };
  return {
    tell(resumen: ResumenDePadron): void {
      leidos = resumen.leidos;
      const part = Math.floor(fraction() * 20);
      if (process.stdout.isTTY) {
        if (performance.now() - drawnAt >= PASO_MS) draw();
      } else if (part > told) {
        told = part;
        console.log(describe(fraction(), leidos, performance.now() - began));
      }
    },
    end(): void {
      if (!process.stdout.isTTY || leidos === 0) return;
      draw();
      process.stdout.write('\n');
    },
  };
}

function describe(done: number, leidos: number, ms: number): string {
  const rate = Math.round(leidos / Math.max(0.001, ms / 1000));
  return `${Math.round(done * 100)} %  ${formatCantidad(leidos)} renglones, ${formatCantidad(rate)} por segundo`;
}
