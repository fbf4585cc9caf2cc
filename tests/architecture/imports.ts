import path from 'node:path';
import { isNode, type Node, nameOf, placeOf, type Source, walk } from './source.ts';

export interface Import {
  place: string;
  specifier: string;
  /** `import type`: nothing of it is left when the program runs. */
  isType: boolean;
  /** `import()`: loaded when it is run. */
  isLazy: boolean;
  /** The file in the repository that it means; null for a package. */
  file: string | null;
  /** The package, without the path inside it, or `node:…`; null for a file. */
  package: string | null;
}

/** Everything that a file imports: statically, by `export … from`, by `import()` or as a type. */
export function importsOf(source: Source): Import[] {
  const found: Import[] = [];
  walk(source.program, (node) => {
    const from = readImport(node);
    if (from) found.push({ place: placeOf(source, node), ...from, ...resolveImport(source.path, from.specifier) });
  });
  return found;
}

function readImport(node: Node): Pick<Import, 'specifier' | 'isType' | 'isLazy'> | null {
  const isType = node.type === 'TSImportType' || node.importKind === 'type' || node.exportKind === 'type';
  if (!/^(Import|Export\w*)Declaration$|^ImportExpression$|^TSImportType$/.test(node.type)) return null;
  const specifier = nameOf(isNode(node.source) ? node.source : node.argument);
  return specifier === undefined ? null : { specifier, isType, isLazy: node.type === 'ImportExpression' };
}

function resolveImport(from: string, specifier: string): { file: string | null; package: string | null } {
  if (specifier.startsWith('#')) return { file: `src/${specifier.slice(1)}`, package: null };
  if (specifier.startsWith('.')) return { file: path.posix.join(path.posix.dirname(from), specifier), package: null };
  if (specifier.startsWith('node:')) return { file: null, package: specifier };
  const parts = specifier.split('/');
  return { file: null, package: parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/') };
}
