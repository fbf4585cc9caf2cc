import { paresDeDesignacion, TRAMITE_DE_REPRESENTACION } from '#domain/representacion/designacion.ts';
import { venceLaPropuesta } from '#domain/representacion/estado.ts';
import { judgePropuesta, type PropuestaEscrita } from '#domain/representacion/propuesta.ts';
import { fail, ok } from '#domain/result.ts';
import { cadenaDeSolicitud } from '#domain/solicitud/cadena-de-solicitud.ts';
import { hashDe } from '#tramites/bitacora/hash-de.ts';
import { type ContextoDeTitular, lockTitular } from '#tramites/contexto.ts';
import { issueFolio } from '#tramites/folio/issue-folio.ts';
import { TEXTOS_DE_REPRESENTACION } from '#wording/solicitud/representacion.ts';
import { textoPlano, textoVigente } from '#wording/solicitud/textos.ts';
import { VIVA } from '../vigencia/find-representacion.ts';
import { cancelVencidas } from './end-representacion.ts';
import { completePeticion } from './list-peticiones.ts';
import { recordPaso } from './record-paso.ts';

/** The titular proposes; nothing is in force until both have signed. At most one living designation of the same two. */
export async function proposeRepresentacion(ctx: ContextoDeTitular, escrita: PropuestaEscrita) {
  const { titularId, rfc, nombre } = ctx.actor;
  const judged = judgePropuesta(escrita, rfc, ctx.now());
  if (!judged.ok) return judged;
  const { rfcDelRepresentante, registrosPatronales } = judged.value;
  return ctx.db.$transaction(async (tx) => {
    await lockTitular(tx, titularId);
    await cancelVencidas(tx, ctx, { titularId });
    const viva = { titularId, rfcDelRepresentante, estado: VIVA };
    if ((await tx.representacion.count({ where: viva })) > 0) return fail('RFC_YA_DESIGNADO');
    const suyos = { titularId, estado: 'VIGENTE', numero: { in: registrosPatronales } } as const;
    if ((await tx.registroPatronal.count({ where: suyos })) < registrosPatronales.length)
      return fail('REGISTROS_AJENOS');
    const fecha = ctx.now();
    const folio = await issueFolio(tx, ctx);
    const texto = textoVigente(fecha, TEXTOS_DE_REPRESENTACION);
    const deTexto = { textoVersion: texto.version, textoSha256: hashDe(textoPlano(texto)) };
    const firmado = { folio, fecha, rfc, nombre, rfcRepresentante: rfcDelRepresentante, ...deTexto };
    const propuesta = {
      ...judged.value,
      ...deTexto,
      folio,
      titularId,
      cadenaOriginal: cadenaDeSolicitud(firmado, TRAMITE_DE_REPRESENTACION, paresDeDesignacion(judged.value)),
      propuestaEn: fecha,
      venceEn: venceLaPropuesta(fecha),
    };
    const { id } = await tx.representacion.create({
      data: { ...propuesta, estado: 'PROPUESTA' },
      select: { id: true },
    });
    await recordPaso(tx, ctx, { ...propuesta, id }, 'PROPUESTA');
    await completePeticion(tx, ctx, { ...propuesta, id });
    return ok({ folio });
  });
}
