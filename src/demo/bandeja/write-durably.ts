import { open, rename } from 'node:fs/promises';

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
