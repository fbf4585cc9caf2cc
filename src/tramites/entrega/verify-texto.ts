import { timingSafeEqual } from 'node:crypto';
import { hmacDe } from '#tramites/aviso/compose-mensaje.ts';
import type { Contexto } from '#tramites/contexto.ts';

/** The key of an attempt may have left the settings; one of long ago has no HMAC. */
export type PruebaDeTexto = 'ES' | 'NO_ES' | 'SIN_CLAVE' | 'SIN_HMAC';

export type IntentoProbado = NonNullable<Awaited<ReturnType<typeof verifyTexto>>>[number];

/** Whether a text is what each attempt to deliver a message handed over, letter for letter. Null when there is none. */
export async function verifyTexto(
  { db, claves }: Pick<Contexto, 'db' | 'claves'>,
  { avisoId, texto }: { avisoId: string; texto: string },
) {
  const aviso = await db.aviso.findUnique({
    where: { id: avisoId },
    select: {
      intentos: {
        orderBy: { numero: 'asc' },
        select: { numero: true, iniciadoEn: true, plantilla: true, claveId: true, hmac: true },
      },
    },
  });
  if (!aviso) return null;
  const judge = (claveId: string | null, hmac: Uint8Array | null): PruebaDeTexto => {
    if (claveId === null || hmac === null) return 'SIN_HMAC';
    const suyo = hmacDe(claves, claveId, avisoId, texto);
    if (suyo === null) return 'SIN_CLAVE';
    return suyo.length === hmac.length && timingSafeEqual(suyo, hmac) ? 'ES' : 'NO_ES';
  };
  return aviso.intentos.map(({ claveId, hmac, ...intento }) => ({ ...intento, prueba: judge(claveId, hmac) }));
}
