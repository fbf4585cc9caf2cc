/** In the order in which they are believed. */
const POR_PALABRAS: readonly [RegExp, string][] = [
  [
    /(?:mailbox|quota|storage|buz[oó]n|bo[iî]te|postfach|casella)[^\n]{0,30}(?:full|exceed|over|lleno|pleine|voll|piena)/i,
    '5.2.2',
  ],
  [/over ?quota|quota ?exceeded|(?:super|exced)[^\n]{0,20}cuota|(?:bandeja|cuenta)[^\n]{0,40}llena/i, '5.2.2'],
  [/(?:host|domain|dominio)[^\n]{0,30}(?:not found|unknown|no existe)|nxdomain/i, '5.1.2'],
  [/no such (?:user|mailbox|recipient|address)|unknown (?:user|recipient|mailbox)|recipient ?not ?found/i, '5.1.1'],
  [
    /(?:user|recipient|mailbox|address|account|cuenta|usuario|destinatario|dirección|buzón)[^\n]{0,40}(?:unknown|not found|not listed|n[o']t exist|no existe|desconocid)/i,
    '5.1.1',
  ],
  [/(?:account|mailbox|user|cuenta|buzón)[^\n]{0,30}(?:disabled|inactive|suspended|desactivad|suspendid)/i, '5.2.1'],
  [/\bspam\b|blacklist|blocked|unsolicited|polic(?:y|ies)|bloquead/i, '5.7.1'],
];

/** By itself (`550 5.1.1 …`) or by what its words mean; empty when it tells nothing. */
export function codigoDeTexto(text: string): string {
  const codes = [...text.matchAll(/(?<![\d.])(5\.\d{1,3}\.\d{1,3})(?!\.?\d)/g)].map(([, code]) => code ?? '');
  const precise = codes.find((code) => !code.endsWith('.0.0'));
  return precise ?? POR_PALABRAS.find(([pattern]) => pattern.test(text))?.[1] ?? codes[0] ?? '';
}
