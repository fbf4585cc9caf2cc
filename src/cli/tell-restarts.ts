import { watch } from 'node:fs';
import path from 'node:path';

/** What Next does not load again when it changes, and who goes on with what was there before. */
const LOADED_ONCE: readonly [RegExp, string][] = [
  [/^(src\/(cli|server|demo)\/|src\/instrumentation\.ts|next\.config\.js|\.env$)/, 'el portal'],
  [/^prisma\/(schema\.prisma|.*\.(ts|sql))$/, 'la base de datos'],
  [/^src\/(worker\.ts|(tramites|infra|wording|domain|formats)\/)/, 'el worker'],
];
/** Editors write a file in several steps. */
const BURST_MS = 500;

/** Of each change below `root` that `npm run dev` cannot take by itself. @returns ends it. */
export function tellRestarts(root: string, say: (line: string) => void): () => Promise<void> {
  const told = new Map<string, NodeJS.Timeout>();
  const onChange = (file: string) => {
    const [, who] = LOADED_ONCE.find(([pattern]) => pattern.test(file)) ?? [];
    if (!who || /\.test\.tsx?$|~$/.test(file)) return;
    const line = `Cambió ${file}: ${who} sigue con lo anterior hasta que detengas y arranques de nuevo.`;
    clearTimeout(told.get(file));
    const timer = setTimeout(() => say(line), BURST_MS);
    told.set(file, timer);
  };
  const watchers = ['src', 'prisma', '.'].map((folder) =>
    watch(path.join(root, folder), { recursive: folder !== '.' }, (_event, name) => {
      if (name) onChange(path.posix.join(folder, name.replaceAll(path.sep, '/')));
    }),
  );
  return async () => {
    for (const watcher of watchers) watcher.close();
    for (const timer of told.values()) clearTimeout(timer);
  };
}
