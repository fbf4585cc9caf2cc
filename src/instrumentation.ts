let tellError: typeof import('./app/_server/tell-error.ts').tellError | undefined;

/** Next calls this once when the server process starts: settings are parsed and, in demo, the worker runs here too. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  ({ tellError } = await import('./app/_server/tell-error.ts'));
  const { startPortal } = await import('./app/_server/start-portal.ts');
  await startPortal();
}

/** What nobody foresaw. At once, since Next goes on to answer with a page of its own. */
export function onRequestError(error: unknown, _: unknown, { routePath }: { routePath: string }): void {
  tellError?.(error, routePath);
}
