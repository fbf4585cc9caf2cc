/** Bytes of the largest file that is taken: 5 MB. */
export const ADJUNTO_MAXIMO_BYTES = 5 * 1024 * 1024;

/** The size of a file as people know it: `312 KB`, `4.8 MB`; at least one. */
export function formatTamano(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024));
  return kilobytes < 1000 ? `${kilobytes} KB` : `${(bytes / (1024 * 1024)).toFixed(1)} MB`;
}
