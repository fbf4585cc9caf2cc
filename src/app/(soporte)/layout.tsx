import type { Metadata } from 'next';
import type { ReactNode } from 'react';

export const metadata: Metadata = { title: { default: 'Soporte', template: '%s · Soporte · Buzón' } };

/** The titles of the console's pages; each brings its own frame. */
export default function SoporteLayout({ children }: { children: ReactNode }) {
  return children;
}
