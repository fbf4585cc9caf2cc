import { parseCorreo } from '#domain/medio-de-contacto/correo.ts';
import type { Notificacion } from '#formats/rebote/destino-reportado.ts';
import type { Contexto } from '#tramites/contexto.ts';
import { avisoIdOf, isIdDeMensaje } from './id-de-mensaje.ts';

/** Servers give up after five days (RFC 5321, 4.5.4.1) and tell it at once. */
const RECIENTE_MS = 7 * 86_400_000;
const AVISOS_RECIENTES = 20;
const FORMA_DE_ID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}(?=\.|$)/;

export interface AvisoHallado {
  id: string;
  /** By what only this portal can have signed, or by to whom it went. */
  por: 'FIRMA' | 'DESTINATARIO';
}

type ContextoDeBusqueda = Pick<Contexto, 'db' | 'claves' | 'now'>;

/** By the ids in it that are proved, of which a message that brings several reports has several, or else by its recipient. */
export async function listAvisosDeRebote(
  ctx: ContextoDeBusqueda,
  { firmas, destinos, esDeServidor, texto }: Notificacion,
): Promise<AvisoHallado[]> {
  const firmados = await listAvisosFirmados(ctx, firmas);
  if (firmados.length > 0) return firmados.map((id) => ({ id, por: 'FIRMA' }));
  if (!esDeServidor || (await hasFirmaFalsa(ctx, firmas))) return [];
  const failed = destinos.filter(({ accion }) => accion === 'failed').flatMap(({ direcciones }) => direcciones);
  const id = await findAvisoReciente(ctx, failed, texto);
  return id ? [{ id, por: 'DESTINATARIO' }] : [];
}

/** The e-mails of those of these ids that were made here, with a key that still is in AUTH_SECRET. */
export async function listAvisosFirmados({ db, claves }: Pick<Contexto, 'db' | 'claves'>, firmas: readonly string[]) {
  const ids = firmas.flatMap((firma) => avisoIdOf(firma) ?? []);
  if (ids.length === 0) return [];
  const avisos = await db.aviso.findMany({
    where: { id: { in: ids }, mecanismo: 'CORREO_ELECTRONICO' },
    select: { id: true, intentos: { select: { claveId: true } } },
  });
  const proved = firmas.flatMap((firma) => {
    const aviso = avisos.find(({ id }) => id === avisoIdOf(firma));
    return aviso?.intentos.some(({ claveId }) => isIdDeMensaje(claves, claveId ?? '', firma)) ? aviso.id : [];
  });
  return [...new Set(proved)];
}

/** An id in our form, or of one of our messages, that nobody here signed: whoever wrote it wants to be believed. */
async function hasFirmaFalsa({ db }: ContextoDeBusqueda, firmas: readonly string[]): Promise<boolean> {
  if (firmas.some((firma) => firma.includes('.') && avisoIdOf(firma) !== null)) return true;
  const ids = firmas.flatMap((firma) => avisoIdOf(firma) ?? FORMA_DE_ID.exec(firma)?.[0] ?? []);
  return ids.length > 0 && (await db.aviso.count({ where: { id: { in: ids } } })) > 0;
}

/** A report may write a domain in the letters of its language or as DNS has it; here both are one mailbox. */
function comparableDe(direccion: string): string {
  const correo = parseCorreo(direccion);
  return correo.ok ? correo.value.valorComparable : direccion;
}

/** Whoever knows the address can forge such a report: it is not believed of a link that was opened since. */
async function findAvisoReciente({ db, now }: ContextoDeBusqueda, direcciones: readonly string[], texto: string) {
  if (direcciones.length === 0) return null;
  const avisos = await db.aviso.findMany({
    where: {
      mecanismo: 'CORREO_ELECTRONICO',
      destinoComparable: { in: direcciones.map(comparableDe) },
      creadoEn: { gte: new Date(now().getTime() - RECIENTE_MS) },
      estado: { in: ['ACEPTADO', 'QUIZA_ENTREGADO', 'REBOTADO'] },
    },
    orderBy: [{ creadoEn: 'desc' }, { id: 'desc' }],
    take: AVISOS_RECIENTES,
    select: {
      id: true,
      tipo: true,
      medio: { select: { fechaDeValidacion: true } },
      intentos: { select: { idDelProveedor: true }, where: { idDelProveedor: { not: null } } },
    },
  });
  const named = avisos.find(({ intentos }) =>
    intentos.some(({ idDelProveedor }) => isNamed(idDelProveedor ?? '', texto)),
  );
  const aviso = named ?? avisos[0];
  const wasOpened = aviso?.tipo === 'VALIDA_CORREO' && aviso.medio?.fechaDeValidacion != null;
  return aviso && !wasOpened ? aviso.id : null;
}

/** A relay's id comes before the message's own (infra/correo/verdicts.ts); short ones may be any word. */
function isNamed(idDelProveedor: string, texto: string): boolean {
  const [queueId = '', ...rest] = idDelProveedor.split(' ');
  return rest.length > 0 && queueId.length >= 8 && texto.includes(queueId);
}
