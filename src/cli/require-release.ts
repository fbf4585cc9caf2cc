import { Fault } from '#server/fault.ts';
import { findRelease, fingerprint } from './release.ts';

/** The release of these sources, for a process that builds nothing. Throws Fault, in one line, when nobody has built it. */
export async function requireRelease(root: string): Promise<string> {
  const release = await findRelease(root, await fingerprint(root));
  if (release) return release;
  throw new Fault(
    'Esta versión no está construida: corre «npm run build» (y antes «npm ci», si cambiaron las dependencias) y vuelve a arrancar.',
  );
}
