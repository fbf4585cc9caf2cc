/** A list in parts of so many, in its order: what a statement or a process takes at once. */
export function* inPartes<Cosa>(cosas: readonly Cosa[], cuantas: number): Generator<Cosa[]> {
  for (let at = 0; at < cosas.length; at += cuantas) yield cosas.slice(at, at + cuantas);
}
