'use server';

import { z } from 'zod';
import type { ActoDeRol } from '#domain/efirma/acto-de-rol.ts';
import type { ActoDeRolError } from '#domain/soporte/errores.ts';
import { checkActoDeRol } from '#tramites/soporte/check-acto-de-rol.ts';
import { prepareRol, signRol } from '#tramites/soporte/sign-rol.ts';
import type { ErrorDeCampo, Llenado } from '#ui/components/campo/campo-llenado.ts';
import { MENSAJES_DE_ACTO } from '#wording/mensajes/mensajes-de-acto.ts';
import { requireSoporte } from '../../../_server/contexto.ts';
import { ensureLugar, type FirmaEnviada, parseFirma } from '../../../_server/firma.ts';
import { leaveOtraSesion, nextVez, parseSent, soporteDe } from '../../../_server/formulario.ts';

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
  const lugar = await ensureLugar(ctx);
  return lugar.ok ? prepareRol(ctx, parseSent(peticionSchema, peticion), lugar.value) : lugar;
}

/** Does it, signed by whoever supervises. */
export async function signRolAction(marca: string, peticion: z.input<typeof peticionSchema>, enviada: FirmaEnviada) {
  await leaveOtraSesion(marca);
  const ctx = await requireSoporte('SUPERVISAR');
  const firma = await parseFirma(ctx, enviada);
  return firma.ok ? signRol(ctx, parseSent(peticionSchema, peticion), firma.value) : firma;
}

const CAMPOS = { RFC_DE_SOPORTE_NO_VALIDO: 'rfc', NOMBRE_DE_SOPORTE_FALTA: 'nombre', ROL_DESCONOCIDO: 'rol' } as const;

function describe(error: ActoDeRolError): { error: ErrorDeCampo } {
  const campo = error in CAMPOS ? CAMPOS[error as keyof typeof CAMPOS] : 'rfc';
  return { error: { campo, mensaje: MENSAJES_DE_ACTO[error] } };
}
