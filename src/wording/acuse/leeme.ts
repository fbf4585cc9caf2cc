export type Paso = ReturnType<typeof paso>;

/** What one or several commands verify, and what they must answer. */
export function paso(titulo: string, explicacion: string, ...comandos: string[]) {
  return { titulo, explicacion, comandos };
}

/** Numbered steps under what is said of all; each command indented by four spaces. */
export function writeLeeme(cabeza: readonly string[], pasos: readonly Paso[]): string {
  const cuerpo = pasos.flatMap(({ titulo, explicacion, comandos }, index) => [
    '',
    `${index + 1}. ${titulo}`,
    `   ${explicacion}`,
    '',
    ...comandos.map((comando) => `    ${comando}`),
  ]);
  return `${[...cabeza, ...cuerpo].join('\n')}\n`;
}
