import type { ReactNode } from 'react';
import { Marco } from '#ui/components/marco/marco.tsx';
import { raiz } from '../_server/raiz.ts';

/** The frame of the pages that anyone may read. */
export default function PublicoLayout({ children }: { children: ReactNode }) {
  return <Marco demo={raiz().esDemo}>{children}</Marco>;
}
