import type { Contexto } from '#tramites/contexto.ts';
import type { EslabonLeido } from './lectura.ts';
import { sha256DeAncla } from './stamp-anclas.ts';

/** The chain is another than the one that was anchored, it ends before, or the stamp of the anchor is not of it. */
export type RupturaDeAncla = 'CADENA_REHECHA' | 'CADENA_RECORTADA' | 'SELLO_DE_ANCLA_INVALIDO';

export interface AnclaVerificada {
  dia: Date;
  posicion: bigint;
  cadena: string;
  /** Who vouches for the hour, and the hour; null while no service does. */
  sello: { fecha: Date; emisor: string } | null;
}

interface Ruptura {
  tipo: RupturaDeAncla;
  posicion: bigint;
  bitacoraId: bigint | null;
}

const ANCLAS_MOSTRADAS = 3;

export async function openAnclas(ctx: Pick<Contexto, 'db' | 'verifySelloDeTiempo'>) {
  const anclas = await ctx.db.anclaDeBitacora.findMany({
    orderBy: [{ posicion: 'asc' }, { dia: 'asc' }],
    select: { dia: true, posicion: true, cadena: true, sello: { select: { token: true, fecha: true } } },
  });
  const verified: AnclaVerificada[] = [];
  const judgeSello = ({ sello, ...ancla }: (typeof anclas)[number]): Ruptura | null => {
    const answer = sello && ctx.verifySelloDeTiempo({ token: sello.token, sha256: sha256DeAncla(ancla) });
    const isSellada = answer?.resultado === 'SELLADO' && answer.sello.fecha.getTime() === sello?.fecha.getTime();
    if (answer && !isSellada && answer.resultado !== 'NO_CONFIABLE')
      return { tipo: 'SELLO_DE_ANCLA_INVALIDO', posicion: ancla.posicion, bitacoraId: null };
    verified.push({ ...ancla, sello: answer?.resultado === 'SELLADO' ? answer.sello : null });
    return null;
  };
  let next = 0;
  return {
    judge({ posicion, cadena, bitacoraId }: EslabonLeido): Ruptura | null {
      for (let ancla = anclas[next]; ancla?.posicion === posicion; ancla = anclas[++next]) {
        if (ancla.cadena !== cadena) return { tipo: 'CADENA_REHECHA', posicion, bitacoraId };
        const ruptura = judgeSello(ancla);
        if (ruptura) return ruptura;
      }
      return null;
    },
    judgeRest(): Ruptura | null {
      const ancla = anclas[next];
      return ancla ? { tipo: 'CADENA_RECORTADA', posicion: ancla.posicion, bitacoraId: null } : null;
    },
    last: () => verified.slice(-ANCLAS_MOSTRADAS).reverse(),
  };
}
