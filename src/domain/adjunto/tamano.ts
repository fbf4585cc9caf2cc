export const ADJUNTO_MAXIMO_BYTES = 5 * 1024 * 1024;

export function formatTamano(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024));
  return kilobytes < 1000 ? `${kilobytes} KB` : `${(bytes / (1024 * 1024)).toFixed(1)} MB`;
}
