import { expect, it } from 'vitest';
import { gastoPorFuncion } from './gasto-por-funcion.ts';

const nodo = (id: number, functionName: string, url = '') => ({ id, callFrame: { functionName, url, lineNumber: 9 } });

it('adds what each function spent itself, wherever it was called from, and leaves out the waits', () => {
  const nodes = [nodo(1, '(root)'), nodo(2, 'render', 'file:///a/b.ts'), nodo(3, 'render', 'file:///a/b.ts')];
  const perfil = {
    nodes: [...nodes, nodo(4, '(idle)'), nodo(5, '', 'c.js')],
    samples: [2, 3, 4, 5, 2],
    timeDeltas: [1e3, 2e3, 9e3, 4e3, 3e3],
  };
  expect(gastoPorFuncion(perfil)).toEqual([
    { funcion: 'render  b.ts:10', ms: 6 },
    { funcion: '(sin nombre)  c.js:10', ms: 4 },
  ]);
});
