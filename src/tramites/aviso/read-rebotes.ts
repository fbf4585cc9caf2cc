import type { Buzon } from '#infra/rebotes/maildir.ts';
import type { Notificacion } from '#infra/rebotes/read-rebote.ts';
import type { Contexto } from '#tramites/contexto.ts';
import { recordRebote } from './record-rebote.ts';

export interface ContextoDeRebotes extends Contexto {
  buzon: Buzon;
  readRebote: (source: Buffer) => Promise<Notificacion | null>;
}

export interface ResumenDeRebotes {
  /** Bounces of messages of ours, kept for the first time. */
  anotados: number;
  repetidos: number;
  /** Notifications of what is on its way or was delivered, and bounces of what is not ours. */
  sinEfecto: number;
  /** Messages that are no notification of delivery: complaints, automatic answers, people. */
  otros: number;
}

/**
 * Reads every new message of the mailbox of bounces and marks what came back for good. Each is put among those seen only
 * after what it says is kept: a process that dies reads it again, and what is kept already is not kept twice.
 */
export async function readRebotes(ctx: ContextoDeRebotes): Promise<ResumenDeRebotes> {
  const resumen: ResumenDeRebotes = { anotados: 0, repetidos: 0, sinEfecto: 0, otros: 0 };
  for (const name of await ctx.buzon.listNew()) {
    const source = await ctx.buzon.read(name);
    if (!source) continue;
    resumen[await judge(ctx, source)] += 1;
    await ctx.buzon.markSeen(name);
  }
  return resumen;
}

async function judge(ctx: ContextoDeRebotes, source: Buffer): Promise<keyof ResumenDeRebotes> {
  const notificacion = await ctx.readRebote(source);
  if (!notificacion) return 'otros';
  const { messageId, destinos } = notificacion;
  // A delay or a delivery is no bounce. What failed has failed, also with a code of the kind that may pass: it was given up.
  const failed = destinos.find(({ accion }) => accion === 'failed');
  if (!messageId || !failed) return 'sinEfecto';
  const { codigo, diagnostico } = failed;
  const resultado = await recordRebote(ctx, { idDeMensaje: messageId, codigo: codigo || '5.0.0', diagnostico });
  return ({ ANOTADO: 'anotados', REPETIDO: 'repetidos', AJENO: 'sinEfecto' } as const)[resultado];
}
