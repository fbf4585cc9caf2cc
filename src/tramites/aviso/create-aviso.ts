import type { TipoDeAviso } from '#domain/aviso/tipo-de-aviso.ts';
import type { Mecanismo } from '#domain/medio-de-contacto/mecanismo.ts';
import { inPartes } from '#domain/partes.ts';
import type { Contexto, Tx } from '#tramites/contexto.ts';
import { addTarea } from '#tramites/tarea/add-tarea.ts';

export interface Destino {
  mecanismo: Mecanismo;
  valor: string;
  valorComparable: string;
}

/** What a message tells of, by key: one of these, and its acuse where one is issued. The database knows which by its tipo. */
export interface Asunto {
  /** The medio it is about, which need not be where it goes. */
  medioId?: string;
  solicitudId?: string;
  aclaracionId?: string;
  certificadoId?: string;
  representacionId?: string;
  peticionDeRepresentacionId?: string;
  acuseId?: string;
}

interface AvisoNuevo extends Asunto {
  titularId: string;
  tipo: TipoDeAviso;
  destino: Destino;
  /** It waits until then; those that do are created one by one. */
  demoradoHasta?: Date | null;
}

export type ContextoDeAvisos = Pick<Contexto, 'now' | 'desfaseMs'>;

/** Leaves a message and its job in the transaction of what causes it. Nothing is sent here. */
export async function createAviso(tx: Tx, ctx: ContextoDeAvisos, avisos: AvisoNuevo | readonly AvisoNuevo[]) {
  for (const parte of inPartes([avisos].flat())) {
    const creados = await tx.aviso.createManyAndReturn({
      data: parte.map(({ destino, ...aviso }) => ({
        ...aviso,
        mecanismo: destino.mecanismo,
        destino: destino.valor,
        destinoComparable: destino.valorComparable,
        estado: 'PENDIENTE' as const,
        creadoEn: ctx.now(),
      })),
      select: { id: true, tipo: true, mecanismo: true, destinoComparable: true, demoradoHasta: true },
    });
    for (const tarea of ['enviar-aviso', 'enviar-noticia'] as const) {
      const suyos = creados.filter(({ tipo }) => tareaDe(tipo) === tarea);
      const payloads = suyos.map(({ id }) => ({ avisoId: id }));
      if (suyos.length > 0) await addTarea(tx, ctx, tarea, payloads, suyos[0]?.demoradoHasta, suyos.map(banderasDe));
    }
  }
}

/** A person waits for a code or a link; everything else is told when there is room. */
function tareaDe(tipo: TipoDeAviso): 'enviar-aviso' | 'enviar-noticia' {
  return tipo === 'VALIDA_CORREO' || tipo === 'CODIGO_CELULAR' ? 'enviar-aviso' : 'enviar-noticia';
}

/** By whom it goes out, and to which domain or number, of which its end is enough: each may be slow by itself. */
function banderasDe({ mecanismo, destinoComparable }: { mecanismo: Mecanismo; destinoComparable: string }): string[] {
  return mecanismo === 'TELEFONO'
    ? ['sms', `#${destinoComparable.slice(-4)}`]
    : ['correo', destinoComparable.slice(destinoComparable.lastIndexOf('@'))];
}
