/** No page of ours sends that: an action said so, or Next threw by itself, before anything of ours ran. */
export function isMalformed(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const frames = (error.stack ?? '').split('\n');
  const top = frames.find((line) => /^ +at /.test(line) && !/<anonymous>|node:|\(index \d+\)/.test(line)) ?? '';
  return error.name === 'MalFormada' || /app-page[\w-]*\.runtime/.test(top);
}
