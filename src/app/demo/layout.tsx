import type { ReactNode } from 'react';
import { Marco } from '#ui/components/marco/marco.tsx';
import { requireDemo } from '../_server/demo.ts';

/** The demo's frame; each of its pages and handlers refuses by itself outside demo. */
export default async function DemoLayout({ children }: { children: ReactNode }) {
  await requireDemo();
  return <Marco demo>{children}</Marco>;
}
