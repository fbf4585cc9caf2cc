import { findAcusePropio } from '#tramites/acuse/find-acuse-verificable.ts';
import { verifyAcuse } from '#tramites/acuse/verify-acuse.ts';
import { composeMensaje, findAviso } from '#tramites/aviso/compose-mensaje.ts';
import { prepareSolicitud, signSolicitud } from '#tramites/solicitud/sign-solicitud.ts';
import { renderAviso } from '#wording/aviso/render-aviso.ts';
import { type Escenario, HOST, NAVEGADOR, type Titular } from './escenario.ts';
import { firmar } from './firmar.ts';

/** What «Firmar» sends after the text of that version was shown, or why it cannot. */
export async function prepare({ ctx, efirma }: Titular, textoVersion: string) {
  const prepared = await prepareSolicitud(ctx, { textoVersion, host: HOST, navegador: NAVEGADOR });
  if (!prepared.ok) return prepared;
  const { nonce, cadenaOriginal } = prepared.value;
  const certificado = efirma.cer as Uint8Array;
  const firma = firmar(efirma, cadenaOriginal);
  return { ok: true as const, value: { nonce, certificado, firma, host: HOST, navegador: NAVEGADOR } };
}

/** Signs the text of that version, as it was shown. */
export async function sign(titular: Titular, textoVersion: string) {
  const prepared = await prepare(titular, textoVersion);
  return prepared.ok ? signSolicitud(titular.ctx, prepared.value) : prepared;
}

/** The acuse of a solicitud and what its verification says. */
export async function verificar({ ctx }: Titular, folio: string) {
  const acuse = await findAcusePropio(ctx, ctx.actor.titularId, folio as never, 'SOLICITUD');
  if (!acuse) throw new Error(`no acuse of ${folio}`);
  return { acuse, verificacion: await verifyAcuse(ctx, acuse, null) };
}

/** What the newest message of a type says, as the worker would compose it. */
export async function lastMessage({ ctx, db }: Escenario, tipo: 'BUZON_ACTIVADO' | 'SOLICITUD_INVALIDA') {
  const { id } = await db.aviso.findFirstOrThrow({
    where: { tipo },
    orderBy: { creadoEn: 'desc' },
    select: { id: true },
  });
  const aviso = await findAviso(ctx, id);
  const datos = aviso && (await composeMensaje({ ...ctx, esDemo: true } as never, aviso));
  return JSON.stringify(datos && renderAviso(datos));
}
