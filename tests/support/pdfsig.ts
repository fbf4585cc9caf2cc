import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const hasPdfsig = !spawnSync('pdfsig', ['-v']).error;

/** What poppler says of the signatures of a PDF: text to be read, since its exit status is 0 for a broken one too. */
export function pdfsig(pdf: Uint8Array): string {
  const dir = mkdtempSync(join(tmpdir(), 'pdfsig-'));
  try {
    writeFileSync(join(dir, 'documento.pdf'), pdf);
    const { stdout, stderr } = spawnSync('pdfsig', ['documento.pdf'], { cwd: dir, encoding: 'utf8' });
    return stdout + stderr;
  } finally {
    rmSync(dir, { recursive: true });
  }
}

/** Whether a reader shows it as signed, and signed whole. */
export function isShownAsSigned(pdf: Uint8Array): boolean {
  const text = pdfsig(pdf);
  return text.includes('Signature is Valid.') && text.includes('Total document signed');
}
