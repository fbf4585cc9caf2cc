import type { ReenvioError, RegistroError } from '#domain/medio-de-contacto/errores.ts';
import { REENVIO_ESPERA_MS, REENVIOS_POR_MEDIO } from '#domain/medio-de-contacto/limites.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { createAviso } from '#tramites/aviso/create-aviso.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import {
  type Contexto,
  type ContextoDeSoporte,
  type ContextoDeTitular,
  lockDestino,
  lockTitular,
  type Tx,
} from '#tramites/contexto.ts';
import { mediosDe } from '#tramites/vigencia/alcance.ts';
import { checkEnvio } from './check-envio.ts';

/** No more guesses, and the deadline stays; a minute between two, three a medio (dominio.md, «SMS and e-mail»). */
export function resendMensaje(ctx: ContextoDeTitular, folio: string): Promise<Result<{ venceEn: Date }, ReenvioError>> {
  return resendDe(ctx, mediosDe(ctx), folio);
}

/** The same by a staff member, for whichever titular: within the same caps, and recorded as theirs. */
export async function resendMensajePorSoporte(ctx: ContextoDeSoporte, folio: string) {
  const medio = await ctx.db.medioDeContacto.findUnique({ where: { folio }, select: { titularId: true } });
  return medio ? resendDe(ctx, medio, folio) : fail({ codigo: 'REENVIO_NO_PROCEDE' });
}

function resendDe(ctx: Contexto, suyo: ReturnType<typeof mediosDe>, folio: string) {
  const { titularId } = suyo;
  return ctx.db.$transaction(async (tx) => {
    await lockTitular(tx, titularId);
    const medio = await findEnProceso(tx, ctx, suyo, folio);
    if (!medio) return fail({ codigo: 'REENVIO_NO_PROCEDE' });
    const { id, venceEn, avisos, ...destino } = medio;
    await lockDestino(tx, destino.valorComparable);
    const refusal = refusalOf(ctx, avisos);
    if (refusal) return fail(refusal);
    const envio = await checkEnvio(tx, ctx, { ...destino, titularId, isNuevo: false });
    if (!envio.ok) return fail({ codigo: reasonOf(envio.error) });
    const tipo = destino.mecanismo === 'TELEFONO' ? 'CODIGO_CELULAR' : 'VALIDA_CORREO';
    await createAviso(tx, ctx, { titularId, medioId: id, tipo, destino, demoradoHasta: envio.value });
    const datos = { reenvios: avisos.length };
    await appendBitacora(tx, ctx, { evento: 'REENVIO_PEDIDO', titularId, folio, datos });
    return ok({ venceEn });
  });
}

function findEnProceso(tx: Tx, ctx: Contexto, suyo: ReturnType<typeof mediosDe>, folio: string) {
  return tx.medioDeContacto.findUnique({
    where: { folio, ...suyo, estado: 'EN_PROCESO', venceEn: { gt: ctx.now() } },
    select: {
      id: true,
      venceEn: true,
      mecanismo: true,
      valor: true,
      valorComparable: true,
      avisos: {
        where: { tipo: { in: ['VALIDA_CORREO', 'CODIGO_CELULAR'] } },
        orderBy: { creadoEn: 'desc' },
        select: { creadoEn: true },
      },
    },
  });
}

/** A mailbox that its reader closed does not open by itself tomorrow. */
function reasonOf(error: RegistroError) {
  return error === 'CORREO_AJENO' || error === 'CORREO_CERRADO' ? 'CORREO_CERRADO' : 'REENVIO_SATURADO';
}

function refusalOf(ctx: Contexto, avisos: { creadoEn: Date }[]): ReenvioError | null {
  const elapsedMs = Math.max(0, ctx.now().getTime() - (avisos[0]?.creadoEn.getTime() ?? 0));
  if (elapsedMs < REENVIO_ESPERA_MS)
    return { codigo: 'REENVIO_ESPERA', segundos: Math.ceil((REENVIO_ESPERA_MS - elapsedMs) / 1000) };
  return avisos.length > REENVIOS_POR_MEDIO ? { codigo: 'REENVIOS_AGOTADOS' } : null;
}
