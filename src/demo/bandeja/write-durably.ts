import { open, readFile, rename } from 'node:fs/promises';

/** Writes a file that is there whole once this returns, or not at all: also when the machine loses its power. */
export async function writeDurably(temporary: string, final: string, content: string | Uint8Array): Promise<void> {
  const file = await open(temporary, 'w', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, final);
}

/** What a file holds; `make` says what, the first time. Readable by its owner only. */
export async function ensureJson(file: string, make: () => Record<string, string>): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text !== null) return JSON.parse(text);
  const made = make();
  await writeDurably(`${file}.nuevo`, file, `${JSON.stringify(made, null, 2)}\n`);
  return made;
}
