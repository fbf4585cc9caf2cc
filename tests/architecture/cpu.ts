/** What this process has had of the processor, in milliseconds: others that use it too add nothing to that. */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
