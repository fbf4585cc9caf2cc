import { parseCorreo } from '#domain/medio-de-contacto/correo.ts';
import type { RegistroError } from '#domain/medio-de-contacto/errores.ts';
import { firstFreeLugar } from '#domain/medio-de-contacto/limites.ts';
import type { Mecanismo } from '#domain/medio-de-contacto/mecanismo.ts';
import { venceEn } from '#domain/medio-de-contacto/plazo.ts';
import { parseTelefono } from '#domain/medio-de-contacto/telefono.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { issueAcuse } from '#tramites/acuse/issue-acuse.ts';
import { createAviso } from '#tramites/aviso/create-aviso.ts';
import { isDestinoSaturado } from '#tramites/aviso/is-destino-saturado.ts';
import { tellContactos } from '#tramites/aviso/tell-contactos.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { ContextoDeTitular, Tx } from '#tramites/contexto.ts';
import { issueFolio } from '#tramites/folio/issue-folio.ts';
import { addTarea } from '#tramites/tarea/add-tarea.ts';
import { cancelMediosVencidos } from './cancel-medios-vencidos.ts';
import { lockDestino, lockTitular } from './lock.ts';

export interface PeticionDeRegistro {
  mecanismo: Mecanismo;
  valor: string;
  /** Made once with the form: the same press of «Aceptar» arriving twice registers once. */
  peticionId: string;
}

interface Medio {
  mecanismo: Mecanismo;
  valor: string;
  valorComparable: string;
}

/** Registers a medio de contacto for the titular's RFC (guide V, steps 3 to 5, 8 and 9). Answers its folio. */
export async function registerMedioDeContacto(
  ctx: ContextoDeTitular,
  peticion: PeticionDeRegistro,
): Promise<Result<{ folio: string }, RegistroError>> {
  const parsed = peticion.mecanismo === 'TELEFONO' ? parseTelefono(peticion.valor) : parseCorreo(peticion.valor);
  if (!parsed.ok) return parsed;
  const { valor, valorComparable } = parsed.value;
  const medio: Medio = { mecanismo: peticion.mecanismo, valor, valorComparable };

  return ctx.db.$transaction(async (tx) => {
    await lockTitular(tx, ctx.actor.titularId);
    const already = await findByPeticion(tx, ctx, peticion.peticionId);
    if (already) return ok(already);
    await cancelMediosVencidos(tx, ctx, { titularId: ctx.actor.titularId });
    await lockDestino(tx, valorComparable);
    const lugar = await findLugar(tx, ctx, medio);
    if (!lugar.ok) return lugar;
    return ok({ folio: await insertMedio(tx, ctx, medio, lugar.value, peticion.peticionId) });
  });
}

/**
 * Says what would stop a registration, without registering: what the window «Registrar medio de contacto» asks about
 * has passed this. The registration checks again, under its locks.
 */
export async function checkMedioDeContacto(
  ctx: ContextoDeTitular,
  { mecanismo, valor }: Pick<PeticionDeRegistro, 'mecanismo' | 'valor'>,
): Promise<Result<Medio, RegistroError>> {
  const parsed = mecanismo === 'TELEFONO' ? parseTelefono(valor) : parseCorreo(valor);
  if (!parsed.ok) return parsed;
  const medio = { mecanismo, valor: parsed.value.valor, valorComparable: parsed.value.valorComparable };
  return ctx.db.$transaction(async (tx) => {
    await cancelMediosVencidos(tx, ctx, { titularId: ctx.actor.titularId });
    const lugar = await findLugar(tx, ctx, medio);
    return lugar.ok ? ok(medio) : lugar;
  });
}

function findByPeticion(tx: Tx, ctx: ContextoDeTitular, peticionId: string): Promise<{ folio: string } | null> {
  return tx.medioDeContacto.findUnique({
    where: { titularId_peticionId: { titularId: ctx.actor.titularId, peticionId } },
    select: { folio: true },
  });
}

async function findLugar(tx: Tx, ctx: ContextoDeTitular, medio: Medio): Promise<Result<number, RegistroError>> {
  const activos = await tx.alcanceDeMedio.findMany({
    where: {
      titularId: ctx.actor.titularId,
      registroPatronalId: null,
      mecanismo: medio.mecanismo,
      lugar: { not: null },
    },
    select: { lugar: true, valorComparable: true },
  });
  if (activos.some(({ valorComparable }) => valorComparable === medio.valorComparable))
    return fail('MEDIO_YA_REGISTRADO');
  const lugar = firstFreeLugar(
    medio.mecanismo,
    activos.map((activo) => activo.lugar as number),
  );
  if (lugar === null) return fail(medio.mecanismo === 'TELEFONO' ? 'LIMITE_DE_TELEFONOS' : 'LIMITE_DE_CORREOS');
  return (await isDestinoSaturado(tx, ctx, medio)) ? fail('DEMASIADOS_MENSAJES') : ok(lugar);
}

async function insertMedio(
  tx: Tx,
  ctx: ContextoDeTitular,
  medio: Medio,
  lugar: number,
  peticionId: string,
): Promise<string> {
  const now = ctx.now();
  const { titularId } = ctx.actor;
  const { id, folio, ...plazo } = await tx.medioDeContacto.create({
    data: {
      ...medio,
      folio: await issueFolio(tx, now),
      titularId,
      estado: 'EN_PROCESO',
      fechaDeRegistro: now,
      plazoDesde: now,
      venceEn: venceEn(now),
      claveId: ctx.claves.idVigente,
      peticionId,
      alcances: { create: { titularId, mecanismo: medio.mecanismo, valorComparable: medio.valorComparable, lugar } },
    },
    select: { id: true, folio: true, venceEn: true },
  });
  await issueAcuse(tx, ctx, titularId, {
    tipo: 'REGISTRO',
    folio,
    fecha: now.toISOString(),
    rfc: ctx.actor.rfc,
    nombre: ctx.actor.nombre,
    medio: { mecanismo: medio.mecanismo, valor: medio.valor },
    serieDelFirmante: ctx.actor.serie,
  });
  await appendBitacora(tx, ctx, {
    evento: 'MEDIO_REGISTRADO',
    folio,
    datos: { mecanismo: medio.mecanismo, alcance: 'RFC' },
  });
  const tipo = medio.mecanismo === 'TELEFONO' ? 'CODIGO_CELULAR' : 'VALIDA_CORREO';
  await createAviso(tx, ctx, { titularId, medioId: id, tipo, destino: medio });
  await tellContactos(tx, ctx, { titularId, tipo: 'MEDIO_AGREGADO', medioId: id });
  await addTarea(tx, ctx, 'cancelar-medio', { medioId: id }, plazo.venceEn);
  return folio;
}
