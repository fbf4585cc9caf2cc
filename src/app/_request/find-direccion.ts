import { headers } from 'next/headers';

/** The caller's network address, as the door wrote it over whatever the caller claims (server/settle-direccion.ts). */
export async function findDireccion(): Promise<string> {
  return (await headers()).get('x-buzon-direccion') ?? 'desconocida';
}

export function isLoopback(direccion: string): boolean {
  return direccion === '::1' || direccion.startsWith('127.');
}
