import { stat } from 'node:fs/promises';
import path from 'node:path';

const OTHERS_READ = 0o4;
const OTHERS_ENTER = 0o1;

/** Whether any user of the machine may read (and enter or run) `item`: every folder above lets them through. */
export async function isOpenToAnyone(item: string): Promise<boolean> {
  const { mode } = await stat(item);
  if ((mode & (OTHERS_READ | OTHERS_ENTER)) !== (OTHERS_READ | OTHERS_ENTER)) return false;
  return isReachableByAnyone(path.dirname(item));
}

/** Whether any user of the machine may pass through `folder` to something whose name they know. */
export async function isReachableByAnyone(folder: string): Promise<boolean> {
  const { mode } = await stat(folder);
  if ((mode & OTHERS_ENTER) === 0) return false;
  const parent = path.dirname(folder);
  return parent === folder || isReachableByAnyone(parent);
}
