import type { ActorDeSoporte, ActorTitular } from '#tramites/contexto.ts';
import { CAMPO_DE_MARCA } from '#ui/components/formulario/campo-de-marca.ts';
import { root } from './root.ts';

export type ActorConSesion = ActorTitular | ActorDeSoporte;

/**
 * What the forms of a page carry to say whose page it is. It is of the titular (or staff member), not of one session of
 * theirs: what was typed still serves whoever had to sign in again. It opens nothing: the session decides who acts.
 */
export function marcaDe(actor: ActorConSesion): string {
  return sealWith(root().claves.idVigente, actor) ?? '';
}

/** Whether a form, or the argument of an action without one, comes from a page of `actor`. What carries no mark does not. */
export function isMarcaDe(actor: ActorConSesion, origen: unknown): boolean {
  const marca = origen instanceof FormData ? origen.get(CAMPO_DE_MARCA) : origen;
  if (typeof marca !== 'string') return false;
  return marca === sealWith(marca.split('.', 1)[0] ?? '', actor);
}

function sealWith(claveId: string, actor: ActorConSesion): string | null {
  const id = actor.tipo === 'TITULAR' ? actor.titularId : actor.miembroId;
  const hmac = root().claves.derive(claveId, 'marca-de-formulario', `${actor.tipo} ${id}`);
  return hmac && `${claveId}.${Buffer.from(hmac).toString('base64url')}`;
}
