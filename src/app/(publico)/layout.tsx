import type { ReactNode } from 'react';
import { PublicoFrame } from '../_frame/publico-frame.tsx';

/** The frame of the pages that anyone may read. */
export default function PublicoLayout({ children }: { children: ReactNode }) {
  return <PublicoFrame>{children}</PublicoFrame>;
}
