'use client';

import { useSyncExternalStore } from 'react';

const neverChanges = () => () => {};

/**
 * Whether the page's script is at work: false in the server's HTML and during hydration, true afterwards.
 * A button that needs script stays `disabled={!useHydrated()}` until then (contract: «Also fixed»).
 */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
}
