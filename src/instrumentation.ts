let tellError: typeof import('./app/_server/tell-error.ts').tellError | undefined;

/** Next calls this once when the server process starts: settings are parsed and, in demo, the worker runs here too. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  ({ tellError } = await import('./app/_server/tell-error.ts'));
  const { startPortal } = await import('./app/_server/start-portal.ts');
  await startPortal();
}

/**
 * What nobody foresaw. At once, since Next goes on to answer with a page of its own. It takes what was sent to a page and names no
 * action for a form of one, and calls what comes of reading it an error of the page.
 */
export function onRequestError(
  error: unknown,
  { method }: { method: string },
  { routePath, routeType }: { routePath: string; routeType: string },
): void {
  tellError?.(error, routePath, routeType === 'action' || method === 'POST');
}
