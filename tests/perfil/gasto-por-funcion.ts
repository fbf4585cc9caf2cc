import path from 'node:path';

interface Nodo {
  id: number;
  callFrame: { functionName: string; url: string; lineNumber: number };
}

export interface Perfil {
  nodes: Nodo[];
  samples: number[];
  /** Microseconds before each sample. */
  timeDeltas: number[];
}

export interface Gasto {
  funcion: string;
  ms: number;
}

/** Not work: the process waits. */
const ESPERAS = new Set(['(idle)', '(root)', '(program)']);

/** What each function of a V8 CPU profile spent itself, without those that it called; what spent most first. */
export function gastoPorFuncion({ nodes, samples, timeDeltas }: Perfil): Gasto[] {
  const names = new Map(nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]));
  const spent = new Map<string, number>();
  samples.forEach((id, at) => {
    const name = names.get(id) ?? '(root)';
    spent.set(name, (spent.get(name) ?? 0) + (timeDeltas[at] ?? 0) / 1000);
  });
  return [...spent]
    .filter(([funcion]) => !ESPERAS.has(funcion))
    .map(([funcion, ms]) => ({ funcion, ms }))
    .sort((a, b) => b.ms - a.ms);
}

function nameOf({ functionName, url, lineNumber }: Nodo['callFrame']): string {
  const name = functionName || '(sin nombre)';
  return url === '' ? name : `${name}  ${path.basename(url)}:${lineNumber + 1}`;
}
