/**
 * What there is once a process, made when it is first asked for. On globalThis: Next bundles pages apart from the server that
 * runs them, and each bundle loads our files anew.
 */
export function enElProceso<T>(nombre: string, make: () => T): T {
  const holder = globalThis as unknown as Record<symbol, T | undefined>;
  const lugar = Symbol.for(`buzon.${nombre}`);
  holder[lugar] ??= make();
  return holder[lugar];
}
