import type { Proposito } from '#infra/claves/claves.ts';
import type { ActorDeSoporte, ActorTitular } from '#tramites/contexto.ts';
import { CAMPO_DE_MARCA } from '#ui/components/formulario/campo-de-marca.ts';
import { root } from './root.ts';

export type ActorConSesion = ActorTitular | ActorDeSoporte;

/**
 * What the forms of a page carry to say whose page it is. It is of the titular (or staff member), not of one session of
 * theirs: what was typed still serves whoever had to sign in again. On the pages of a client it is of both, by their
 * designation. It lets nobody act: the session
 * decides who does. What was being written is kept in the browser under it (ui/components/borrador).
 */
export function marcaDe(actor: ActorConSesion): string {
  return sealFormulario(root().claves.idVigente, actor) ?? '';
}

/** The part of a mark that says who signed in, whosever Buzón the page is of. */
export function marcaDeQuienIngreso(formData: FormData): string {
  return String(formData.get(CAMPO_DE_MARCA)).split('.', 2).join('.');
}

/** Whether a form, or the argument of an action without one, comes from a page of `actor`. What carries no mark does not. */
export function isMarcaDe(actor: ActorConSesion, origen: unknown): boolean {
  const marca = origen instanceof FormData ? origen.get(CAMPO_DE_MARCA) : origen;
  if (typeof marca !== 'string') return false;
  return marca === sealFormulario(marca.split('.', 1)[0] ?? '', actor);
}

/** What only a key of AUTH_SECRET makes of this, behind the id of that key; null when the portal has no such key. */
export function sealWith(claveId: string, proposito: Proposito, id: string): string | null {
  const hmac = root().claves.derive(claveId, proposito, id);
  return hmac && `${claveId}.${Buffer.from(hmac).toString('base64url')}`;
}

function sealFormulario(claveId: string, actor: ActorConSesion): string | null {
  const conducto = actor.tipo === 'TITULAR' ? actor.porConducto : undefined;
  const id = actor.tipo === 'TITULAR' ? (conducto ?? actor).titularId : actor.miembroId;
  const marca = sealWith(claveId, 'marca-de-formulario', `${actor.tipo} ${id}`);
  return marca && conducto ? `${marca}.${conducto.folio}` : marca;
}
