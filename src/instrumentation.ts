/** Next calls this once when the server process starts: settings are parsed and, in demo, the worker runs here too. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { startPortal } = await import('./app/_server/start-portal.ts');
  await startPortal();
}

/** What nobody foresaw, with the route it happened in (its pattern: an address may carry a token). */
export async function onRequestError(error: unknown, _: unknown, context: { routePath: string }): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { root } = await import('#app/_server/root.ts');
  root().log.error({ error, ruta: context.routePath }, 'unexpected error');
}
