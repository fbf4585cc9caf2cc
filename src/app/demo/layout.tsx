import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { Marco } from '#ui/components/marco/marco.tsx';
import { root } from '../_server/root.ts';

/** The demo's frame; each of its pages and handlers refuses by itself outside demo. */
export default function DemoLayout({ children }: { children: ReactNode }) {
  if (!root().esDemo) notFound();
  return <Marco demo>{children}</Marco>;
}
