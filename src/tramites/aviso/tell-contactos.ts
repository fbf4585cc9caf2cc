import type { TipoDeAviso } from '#domain/aviso/tipo-de-aviso.ts';
import type { Contexto, Tx } from '#tramites/contexto.ts';
import { createAviso, type Destino } from './create-aviso.ts';

interface Noticia {
  titularId: string;
  tipo: TipoDeAviso;
  /** The medio it is about; it is not among those told. */
  medioId: string | null;
  /** The aclaración it is about. */
  aclaracionId?: string;
  /** Told as well: a contact that has just been removed hears of it too. */
  also?: Destino;
  /** Where to tell it when nobody else is told; nowhere if left out. */
  orElse?: Destino;
  soloCorreos?: boolean;
}

/** Tells every other validated contact of the titular's RFC. */
export async function tellContactos(tx: Tx, ctx: Contexto, noticia: Noticia): Promise<void> {
  const { titularId, tipo, medioId, aclaracionId, also, orElse, soloCorreos } = noticia;
  const contactos = await tx.medioDeContacto.findMany({
    where: {
      titularId,
      estado: 'VALIDADO',
      ...(medioId ? { id: { not: medioId } } : {}),
      ...(soloCorreos ? { mecanismo: 'CORREO_ELECTRONICO' as const } : {}),
      registros: null,
    },
    select: { mecanismo: true, valor: true, valorComparable: true },
  });
  const told: Destino[] = also ? [...contactos, also] : contactos;
  const destinos = told.length === 0 && orElse ? [orElse] : told;
  for (const destino of destinos) await createAviso(tx, ctx, { titularId, medioId, aclaracionId, tipo, destino });
}
