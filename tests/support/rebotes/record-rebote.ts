import { recordInforme } from '#tramites/aviso/import-rebotes.ts';
import { listAvisosFirmados } from '#tramites/aviso/list-avisos-de-rebote.ts';
import type { Contexto } from '#tramites/contexto.ts';

/** What a mail server gave back for good. */
interface Rebote {
  /** What the portal signed of the message: left part of its Message-ID, or its return path. */
  idDeMensaje: string;
  /** Enhanced status code, as `5.1.1`. */
  codigo: string;
  diagnostico: string;
}

/** Keeps the bounce of a message that is known by what the portal signed; AJENO when no e-mail of ours has this id. */
export async function recordRebote(
  ctx: Contexto,
  { idDeMensaje, codigo, diagnostico }: Rebote,
): Promise<'ANOTADO' | 'REPETIDO' | 'AJENO'> {
  const [id] = await listAvisosFirmados(ctx, [idDeMensaje]);
  return id ? recordInforme(ctx, { id, por: 'FIRMA' }, { accion: 'failed', codigo, diagnostico }) : 'AJENO';
}
