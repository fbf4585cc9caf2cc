/** Domains that people in Mexico write most; a near miss of one of them is asked about, never corrected alone. */
const USUALES = [
  'gmail.com',
  'hotmail.com',
  'outlook.com',
  'yahoo.com.mx',
  'yahoo.com',
  'live.com.mx',
  'icloud.com',
  'prodigy.net.mx',
  'outlook.es',
  'hotmail.es',
  'protonmail.com',
];

const REALES = new Set([
  ...USUALES,
  'mail.com',
  'ymail.com',
  'email.com',
  'gmx.com',
  'live.com',
  'yahoo.es',
  'yahoo.com.ar',
  'outlook.mx',
  'imss.gob.mx',
]);

const CONOCIDOS: Record<string, string> = {
  'gmail.com.mx': 'gmail.com',
  'gmail.mx': 'gmail.com',
  'hotmail.com.mx': 'hotmail.com',
  'hotmail.mx': 'hotmail.com',
  'outlook.com.mx': 'outlook.com',
  'icloud.com.mx': 'icloud.com',
  'yahoo.mx': 'yahoo.com.mx',
  'prodigy.com.mx': 'prodigy.net.mx',
};

const LONG_DOMAIN = 10;

/** Null unless the domain looks like a typing error. A question for the person: both addresses are well formed. */
export function suggestCorreo(valor: string): string | null {
  const at = valor.lastIndexOf('@');
  const domain = valor.slice(at + 1).toLowerCase();
  if (at < 1 || REALES.has(domain)) return null;
  const meant = CONOCIDOS[domain] ?? nearestUsual(domain);
  return meant ? `${valor.slice(0, at)}@${meant}` : null;
}

function nearestUsual(domain: string): string | null {
  let nearest: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const usual of USUALES) {
    const allowed = usual.length > LONG_DOMAIN ? 2 : 1;
    if (domain.length > usual.length + allowed) continue;
    const distance = editDistance(domain, usual);
    if (distance <= allowed && distance < least) [nearest, least] = [usual, distance];
  }
  return nearest;
}

function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = at(previous, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(at(previous, j) + 1, at(row, j - 1) + 1, changed, swapped ? at(before, j - 2) + 1 : changed);
    }
    [before, previous] = [previous, row];
  }
  return at(previous, b.length);
}

function at(row: number[], index: number): number {
  return row[index] as number;
}
