/** Next calls this once when the server process starts: settings are parsed and, in demo, the worker runs here too. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { startPortal } = await import('./app/_server/start-portal.ts');
  await startPortal();
}
