export function* inPartes<Cosa>(cosas: readonly Cosa[], cuantas = 1_000): Generator<Cosa[]> {
  for (let at = 0; at < cosas.length; at += cuantas) yield cosas.slice(at, at + cuantas);
}
