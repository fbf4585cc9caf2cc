import type { PasoDeEvidencia } from '#domain/acuse/paso-de-evidencia.ts';

/** Numbered steps under what is said of all; each command indented by four spaces. */
export function writeLeeme(cabeza: readonly string[], pasos: readonly PasoDeEvidencia[]): string {
  const cuerpo = pasos.flatMap(({ titulo, explicacion, comandos }, index) => [
    '',
    `${index + 1}. ${titulo}`,
    `   ${explicacion}`,
    '',
    ...comandos.map((comando) => `    ${comando}`),
  ]);
  return `${[...cabeza, ...cuerpo].join('\n')}\n`;
}
