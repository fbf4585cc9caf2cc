export const COMPILADOS: string;
export const VIGENTE: string;
export function findCompiled(root: string, name: string): string | null;
export function hashSources(root: string, files: readonly string[]): string | null;
