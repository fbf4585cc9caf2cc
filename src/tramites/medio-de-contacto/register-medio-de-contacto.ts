import type { RegistroError } from '#domain/medio-de-contacto/errores.ts';
import type { Mecanismo } from '#domain/medio-de-contacto/mecanismo.ts';
import { type MedioLeido, parseMedio } from '#domain/medio-de-contacto/medio.ts';
import { venceEn } from '#domain/medio-de-contacto/plazo.ts';
import { ok, type Result } from '#domain/result.ts';
import { issueAcuse } from '#tramites/acuse/issue-acuse.ts';
import { createAviso } from '#tramites/aviso/create-aviso.ts';
import { tellContactos } from '#tramites/aviso/tell-contactos.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { ContextoDeTitular, Tx } from '#tramites/contexto.ts';
import { issueFolio } from '#tramites/folio/issue-folio.ts';
import { addTarea } from '#tramites/tarea/add-tarea.ts';
import { cancelMediosVencidos } from './cancel-medios-vencidos.ts';
import { findLugar } from './find-lugar.ts';
import { lockDestino, lockTitular } from './lock.ts';

export interface PeticionDeRegistro {
  mecanismo: Mecanismo;
  valor: string;
  /** Made once with the form: the same press of «Aceptar» arriving twice registers once. */
  peticionId: string;
}

/** Registers a medio de contacto for the titular's RFC (guide V, steps 3 to 5, 8 and 9). Answers its folio. */
export async function registerMedioDeContacto(
  ctx: ContextoDeTitular,
  peticion: PeticionDeRegistro,
): Promise<Result<{ folio: string }, RegistroError>> {
  const medio = parseMedio(peticion.mecanismo, peticion.valor);
  if (!medio.ok) return medio;
  return ctx.db.$transaction(async (tx) => {
    await lockTitular(tx, ctx.actor.titularId);
    const already = await findByPeticion(tx, ctx, peticion.peticionId);
    if (already) return ok(already);
    await cancelMediosVencidos(tx, ctx, { titularId: ctx.actor.titularId });
    await lockDestino(tx, medio.value.valorComparable);
    const lugar = await findLugar(tx, ctx, medio.value);
    if (!lugar.ok) return lugar;
    return ok({ folio: await insertMedio(tx, ctx, medio.value, lugar.value, peticion.peticionId) });
  });
}

function findByPeticion(tx: Tx, ctx: ContextoDeTitular, peticionId: string): Promise<{ folio: string } | null> {
  return tx.medioDeContacto.findUnique({
    where: { titularId_peticionId: { titularId: ctx.actor.titularId, peticionId } },
    select: { folio: true },
  });
}

async function insertMedio(
  tx: Tx,
  ctx: ContextoDeTitular,
  medio: MedioLeido,
  lugar: number,
  peticionId: string,
): Promise<string> {
  const now = ctx.now();
  const { titularId } = ctx.actor;
  const { mecanismo, valor, valorComparable } = medio;
  const { id, folio, ...plazo } = await tx.medioDeContacto.create({
    data: {
      mecanismo,
      valor,
      valorComparable,
      folio: await issueFolio(tx, now),
      titularId,
      estado: 'EN_PROCESO',
      fechaDeRegistro: now,
      plazoDesde: now,
      venceEn: venceEn(now),
      claveId: ctx.claves.idVigente,
      peticionId,
      alcances: { create: { titularId, mecanismo, valorComparable, lugar } },
    },
    select: { id: true, folio: true, venceEn: true },
  });
  await issueAcuse(tx, ctx, titularId, {
    tipo: 'REGISTRO',
    folio,
    fecha: now.toISOString(),
    rfc: ctx.actor.rfc,
    nombre: ctx.actor.nombre,
    medio: { mecanismo, valor },
    serieDelFirmante: ctx.actor.serie,
  });
  await appendBitacora(tx, ctx, {
    evento: 'MEDIO_REGISTRADO',
    folio,
    datos: { mecanismo, alcance: 'RFC' },
  });
  const tipo = mecanismo === 'TELEFONO' ? 'CODIGO_CELULAR' : 'VALIDA_CORREO';
  await createAviso(tx, ctx, { titularId, medioId: id, tipo, destino: medio });
  await tellContactos(tx, ctx, { titularId, tipo: 'MEDIO_AGREGADO', medioId: id });
  await addTarea(tx, ctx, 'cancelar-medio', { medioId: id }, plazo.venceEn);
  return folio;
}
