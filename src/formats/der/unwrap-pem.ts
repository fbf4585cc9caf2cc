import { readBloques } from './read-bloques.ts';

/** Any other input comes back as it is. */
export function unwrapPem(bytes: Uint8Array): Uint8Array {
  const found = readBloques(bytes)[0]?.bytes;
  return found?.length ? found : bytes;
}
