import type { ReactNode } from 'react';
import { Marco } from '#ui/components/marco/marco.tsx';
import { root } from '../_server/root.ts';

/** The frame of the pages that anyone may read. */
export default function PublicoLayout({ children }: { children: ReactNode }) {
  return <Marco demo={root().esDemo}>{children}</Marco>;
}
