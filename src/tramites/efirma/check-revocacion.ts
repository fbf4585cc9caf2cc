import type { EfirmaError } from '#domain/efirma/efirma-error.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { CertificadoVerificado } from '#infra/efirma/create-verificador.ts';
import type { RespuestaOcsp } from '#infra/ocsp/verify-ocsp-answer.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { Contexto, Tx } from '#tramites/contexto.ts';

/** That an answer «good» serves for signing in, if it is valid that long (efirma.md). */
const VIGENCIA_MAXIMA_DE_BUENO_MINUTOS = 5;

export type Revocacion = { consultaId: string } | { consultadaEn: Date; respuesta: RespuestaOcsp };

/**
 * «Good» may be reused for five minutes at most, unless `fresh`; «revoked» for ever (efirma.md, «OCSP»), but for one that is
 * on hold, which a later answer lets in again. Either ends at once the sessions that the certificate opened.
 */
export async function checkRevocacion(
  ctx: Contexto,
  certificado: CertificadoVerificado,
  { fresh }: { fresh: boolean },
): Promise<Result<Revocacion, EfirmaError>> {
  const { huella } = certificado;
  const { isRevocado, consultaId } = await findConocida(ctx, huella);
  if (isRevocado) return fail('CERTIFICADO_REVOCADO');
  if (consultaId && !fresh) return ok({ consultaId });
  const consultadaEn = ctx.now();
  const respuesta = await ctx.consultOcsp(certificado);
  if (respuesta.resultado === 'REVOCADO') await settleRevocado(ctx, huella, respuesta, consultadaEn);
  const refusal = refusalOf(respuesta, ctx.politicaOcsp);
  return refusal ? fail(refusal) : ok({ consultadaEn, respuesta });
}

export async function storeRevocacion(tx: Tx, certificadoId: string, revocacion: Revocacion): Promise<string> {
  if ('consultaId' in revocacion) return revocacion.consultaId;
  const { respuesta, consultadaEn } = revocacion;
  const { resultadoOcsp: resultado, respuestaOcsp } = columnasDeRespuesta(revocacion);
  const { id } = await tx.consultaOcsp.create({
    data: {
      certificadoId,
      resultado,
      respuesta: respuestaOcsp,
      consultadaEn,
      vigenteHasta: 'vigenteHasta' in respuesta ? respuesta.vigenteHasta : null,
    },
    select: { id: true },
  });
  return id;
}

/** As what keeps the answer beside itself has it. Throws on one that was stored already: there it was asked afresh. */
export function columnasDeRespuesta(revocacion: Revocacion) {
  if ('consultaId' in revocacion) throw new Error('an old answer about a revocation where it is asked afresh');
  const { respuesta } = revocacion;
  return {
    resultadoOcsp: respuesta.resultado === 'RELOJ_DESFASADO' ? ('SIN_RESPUESTA' as const) : respuesta.resultado,
    respuestaOcsp: 'der' in respuesta ? new Uint8Array(respuesta.der) : null,
  };
}

/** Whether it was revoked, and the latest answer «good» that is still young enough. */
async function findConocida({ db, now }: Contexto, huella: string) {
  const oldest = new Date(now().getTime() - VIGENCIA_MAXIMA_DE_BUENO_MINUTOS * 60_000);
  const [conocida] = await db.$queryRaw<[{ isRevocado: boolean; consultaId: string | null }]>`
    SELECT EXISTS (SELECT FROM certificado_revocado WHERE huella = ${huella}) AS "isRevocado",
      (SELECT consulta.id FROM certificado JOIN consulta_ocsp AS consulta ON certificado_id = certificado.id
       WHERE huella = ${huella} AND resultado = 'BUENO' AND vigente_hasta > ${now()}
         AND consultada_en > ${oldest} AND consultada_en <= ${now()}
       ORDER BY consultada_en DESC LIMIT 1) AS "consultaId"`;
  return conocida;
}

async function settleRevocado(
  ctx: Contexto,
  huella: string,
  { der, suspendido }: Extract<RespuestaOcsp, { der: Uint8Array }>,
  consultadaEn: Date,
): Promise<void> {
  const data = { huella, respuesta: new Uint8Array(der), consultadaEn };
  await ctx.db.$transaction(async (tx) => {
    if (!suspendido) await tx.certificadoRevocado.createMany({ data, skipDuplicates: true });
    const [{ cerradas }] = await tx.$queryRaw<[{ cerradas: number }]>`
      SELECT cerrar_sesiones_de_certificado(${huella}, ${ctx.now()}) AS cerradas`;
    const datos = { causa: 'CERTIFICADO_REVOCADO', cerradas };
    if (cerradas > 0) await appendBitacora(tx, ctx, { evento: 'SESIONES_TERMINADAS', datos });
  });
}

function refusalOf(respuesta: RespuestaOcsp, politica: Contexto['politicaOcsp']): EfirmaError | null {
  switch (respuesta.resultado) {
    case 'BUENO':
    case 'NO_CONSULTADO':
      return null;
    case 'REVOCADO':
      return respuesta.suspendido ? 'CERTIFICADO_SUSPENDIDO' : 'CERTIFICADO_REVOCADO';
    case 'DESCONOCIDO':
      return 'REVOCACION_DESCONOCIDA';
    // The clock is the portal's or the responder's: nothing that a visitor could put right.
    case 'RELOJ_DESFASADO':
    case 'SIN_RESPUESTA':
      return politica === 'estricta' ? 'REVOCACION_NO_DISPONIBLE' : null;
  }
}
