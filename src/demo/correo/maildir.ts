import { mkdir } from 'node:fs/promises';
import path from 'node:path';

export async function ensureMaildir(folder: string): Promise<void> {
  for (const name of ['tmp', 'new', 'cur']) await mkdir(path.join(folder, name), { recursive: true, mode: 0o700 });
}
