import { createHash, randomUUID } from 'node:crypto';
import { fileAclaracion } from '#tramites/aclaracion/file-aclaracion.ts';
import type { ContextoDeTitular } from '#tramites/contexto.ts';
import {
  checkMedioDeRegistros,
  registerMedioDeRegistros,
} from '#tramites/medio-de-contacto/register-medio-de-registros.ts';
import { markRegistros } from '#tramites/registro-patronal/mark-registros.ts';
import { actorDe, findDesignacion } from '#tramites/representacion/find-designacion.ts';
import { prepareSolicitud, signSolicitud } from '#tramites/solicitud/sign-solicitud.ts';
import { textoVigente } from '#wording/solicitud/textos.ts';
import { HOST, NAVEGADOR, type Titular } from './escenario.ts';
import { firmar } from './firmar.ts';

const AQUI = { host: HOST, navegador: NAVEGADOR };

/** The context of a request at the address of that designation, by whoever has signed in; null where it is refused. */
export async function enterPor({ ctx }: Titular, folio: string): Promise<ContextoDeTitular | null> {
  const actor = actorDe(ctx.actor, await findDesignacion(ctx, folio));
  return actor && { ...ctx, actor };
}

export async function actuar(quien: Titular, folio: string): Promise<ContextoDeTitular> {
  const ctx = await enterPor(quien, folio);
  if (!ctx) throw new Error('refused');
  return ctx;
}

export function correo(valor = 'empresa@correo.example') {
  return { mecanismo: 'CORREO_ELECTRONICO', valor, peticionId: randomUUID() } as const;
}

export function marcas(marcados: string[]) {
  return { todos: false, visibles: marcados, marcados, isAlDia: true };
}

export async function registrarParaRegistros(ctx: ContextoDeTitular, seleccionId: string, valor?: string) {
  const peticion = { ...correo(valor), seleccionId };
  const checked = await checkMedioDeRegistros(ctx, peticion);
  if (!checked.ok) return checked;
  return registerMedioDeRegistros(ctx, { ...peticion, sha256: checked.value.cupo.sha256, sinNuevaValidacion: false });
}

export async function registrar(ctx: ContextoDeTitular, numeros: string[], valor?: string): Promise<string> {
  const { seleccionId } = await markRegistros(ctx, { ...marcas(numeros), seleccionId: randomUUID() });
  const result = await registrarParaRegistros(ctx, seleccionId, valor);
  if (!result.ok) throw new Error(result.error);
  return result.value.folio;
}

export function presentar(ctx: ContextoDeTitular, folioDelMedio: string) {
  const texto = `No me llega el mensaje de ${createHash('sha256').update(folioDelMedio).digest('hex')}.`;
  return fileAclaracion(ctx, { asunto: 'OTRO', texto, folioDelMedio, adjunto: null, peticionId: randomUUID() });
}

/** What «Firmar» sends from a page of `ctx` with that e.firma; `donde`, where it is sent, if not there. */
export async function firmarSolicitudPor(ctx: ContextoDeTitular, { efirma }: Titular, donde = ctx) {
  const prepared = await prepareSolicitud(ctx, { textoVersion: textoVigente(ctx.now()).version, ...AQUI });
  if (!prepared.ok) throw new Error(prepared.error);
  const { nonce, cadenaOriginal } = prepared.value;
  const certificado = efirma.cer as Uint8Array;
  return signSolicitud(donde, { nonce, certificado, firma: firmar(efirma, cadenaOriginal), ...AQUI });
}
