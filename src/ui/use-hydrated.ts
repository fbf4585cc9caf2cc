'use client';

import { useSyncExternalStore } from 'react';

const neverChanges = () => () => {};

/** False in the server's HTML and during hydration: a button that needs script is disabled until then (contract). */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
}
