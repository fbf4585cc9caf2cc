import { notFound } from 'next/navigation';
import { raiz } from './raiz.ts';

/** What every page and handler of the demo begins with: in produccion its addresses do not exist. */
export function requireDemo(): { datos: string } {
  if (!raiz().esDemo) notFound();
  return { datos: raiz().settings.datos };
}
