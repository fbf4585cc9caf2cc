import { prepareSolicitud, signSolicitud } from '#tramites/solicitud/sign-solicitud.ts';
import { textoVigente } from '#wording/solicitud/textos.ts';
import { addMedioValidado, HOST, NAVEGADOR, type Titular } from './escenario.ts';
import { firmar } from './firmar.ts';

const AQUI = { host: HOST, navegador: NAVEGADOR };

/** A titular whose Buzón is active: two proved medios and the signed solicitud, whose folio it gives. */
export async function activar(titular: Titular): Promise<string> {
  await addMedioValidado(titular, 'CORREO_ELECTRONICO', 'ana@correo.example');
  await addMedioValidado(titular, 'TELEFONO', '+525512345678');
  return firmarSolicitud(titular);
}

/** Signs the solicitud of a titular who has what it takes; gives its folio. */
export async function firmarSolicitud(titular: Titular): Promise<string> {
  const textoVersion = textoVigente(titular.ctx.now()).version;
  const prepared = await prepareSolicitud(titular.ctx, { ...AQUI, textoVersion });
  if (!prepared.ok) throw new Error(prepared.error);
  const { nonce, cadenaOriginal } = prepared.value;
  const certificado = titular.efirma.cer as Uint8Array;
  const result = await signSolicitud(titular.ctx, {
    nonce,
    certificado,
    firma: firmar(titular.efirma, cadenaOriginal),
    ...AQUI,
  });
  if (!result.ok) throw new Error(result.error);
  return result.value.folio;
}
