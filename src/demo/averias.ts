import { enElProceso } from '#infra/env/en-el-proceso.ts';
import type { Fallo } from './listen-on-loopback.ts';

/** What may be broken on purpose, and what whoever uses the portal meets then. */
const AVERIAS = {
  correo: 'El correo no llega',
  sms: 'Los SMS no llegan',
  ocsp: 'El servicio de revocación (OCSP) está caído',
} as const;

export type Averia = keyof typeof AVERIAS;

/** Of each part that is embedded, whether it is broken. */
const partes = () => enElProceso('averias', () => new Map<Averia, boolean>());

export function listAverias() {
  return [...partes()].map(([averia, isRota]) => ({ averia, isRota, dice: AVERIAS[averia] }));
}

/** Nothing where it is not embedded. */
export function setAveria(averia: Averia, isRota: boolean): void {
  if (partes().has(averia)) partes().set(averia, isRota);
}

/** What a double does with each that asks, from now on. */
export function falloDe(averia: Averia): () => Fallo | null {
  partes().set(averia, false);
  return () => (partes().get(averia) ? 'temporal' : null);
}
