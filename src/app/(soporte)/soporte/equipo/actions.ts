'use server';

import { z } from 'zod';
import type { ActoDeRol } from '#domain/efirma/cadena-de-acto.ts';
import { fail } from '#domain/result.ts';
import type { ActoDeRolError } from '#domain/soporte/errores.ts';
import { checkActoDeRol } from '#tramites/soporte/check-acto-de-rol.ts';
import { prepareRol, signRol } from '#tramites/soporte/sign-rol.ts';
import type { ErrorDeCampo, Llenado } from '#ui/components/campo/campo-llenado.ts';
import { MENSAJES_DE_ACTO } from '#wording/mensajes/mensajes-de-acto.ts';
import { firmaSchema } from '../../../_request/firma-recibida.ts';
import { nextVez, parseSent } from '../../../_request/sent.ts';
import { ensureNavegador, findNavegador } from '../../../_server/browser.ts';
import { requireSoporte } from '../../../_server/contexto.ts';
import { leaveOtraSesion, soporteDe } from '../../../_server/formulario.ts';
import { root } from '../../../_server/root.ts';

const texto = z.string().max(1000);
const altaSchema = z.object({ rfc: texto, nombre: texto, rol: texto });
const peticionSchema = z.union([
  altaSchema,
  z.object({ miembroId: z.uuid(), rol: texto }),
  z.object({ propuestaId: z.uuid(), confirma: z.boolean() }),
]);

type EstadoDeAlta = Llenado<z.infer<typeof altaSchema>, ActoDeRol>;

/** «Dar el rol», for whoever supervises: what would be signed, or what is wrong with it. */
export async function checkActoDeRolAction(estado: EstadoDeAlta, formData: FormData): Promise<EstadoDeAlta> {
  const miembro = await soporteDe('SUPERVISAR', formData);
  const campos = parseSent(altaSchema, formData);
  if (!miembro.ok) return { vez: nextVez(estado), campos, error: { mensaje: miembro.error } };
  const acto = await checkActoDeRol(miembro.value, campos);
  return { vez: nextVez(estado), campos, ...(acto.ok ? { error: null, ademas: acto.value } : describe(acto.error)) };
}

/** The cadena original that «Firmar» signs, for whoever supervises, on a page of theirs. */
export async function prepareRolAction(marca: string, peticion: z.input<typeof peticionSchema>) {
  await leaveOtraSesion(marca);
  const ctx = await requireSoporte('SUPERVISAR');
  if (!(await root().limites.tramite.allow(ctx.actor.miembroId))) return fail('DEMASIADOS_INTENTOS');
  const host = new URL(ctx.appUrl).host;
  return prepareRol(ctx, parseSent(peticionSchema, peticion), { host, navegador: await ensureNavegador() });
}

/** Does it, signed by whoever supervises. */
export async function signRolAction(
  marca: string,
  peticion: z.input<typeof peticionSchema>,
  input: z.input<typeof firmaSchema>,
) {
  await leaveOtraSesion(marca);
  const ctx = await requireSoporte('SUPERVISAR');
  const parsed = firmaSchema.safeParse(input);
  if (!parsed.success) return fail('FIRMA_NO_CORRESPONDE');
  if (!(await root().limites.tramite.allow(ctx.actor.miembroId))) return fail('DEMASIADOS_INTENTOS');
  const host = new URL(ctx.appUrl).host;
  const firma = { ...parsed.data, host, navegador: await findNavegador() };
  return signRol(ctx, parseSent(peticionSchema, peticion), firma);
}

const CAMPOS = { RFC_DE_SOPORTE_NO_VALIDO: 'rfc', NOMBRE_DE_SOPORTE_FALTA: 'nombre', ROL_DESCONOCIDO: 'rol' } as const;

function describe(error: ActoDeRolError): { error: ErrorDeCampo } {
  const campo = error in CAMPOS ? CAMPOS[error as keyof typeof CAMPOS] : 'rfc';
  return { error: { campo, mensaje: MENSAJES_DE_ACTO[error] } };
}
