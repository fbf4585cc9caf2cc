import type { Metadata } from 'next';
import { parseFolio } from '#domain/folio.ts';

/** The title of the pages of one folio, which it names: of two that are open, each tab says its own. */
export function tituloDeFolio(titulo: string) {
  return async ({ params }: { params: Promise<{ folio: string }> }): Promise<Metadata> => {
    const folio = parseFolio((await params).folio);
    return { title: folio.ok ? `${titulo} ${folio.value}` : titulo };
  };
}
