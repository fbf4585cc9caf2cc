import type { AsuntoDeAclaracion } from '#domain/aclaracion/asunto.ts';
import { isPresentadaEnPlazo } from '#domain/aclaracion/plazo.ts';
import { parseFolio } from '#domain/folio.ts';
import { fail, ok } from '#domain/result.ts';
import { conductoDeAcuse, issueAcuse, runSealed } from '#tramites/acuse/issue-acuse.ts';
import { tellContactos } from '#tramites/aviso/tell-contactos.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import { hashDe } from '#tramites/bitacora/hash-de.ts';
import { type ContextoDeTitular, holdInstante, lockTitular, type Tx } from '#tramites/contexto.ts';
import { issueFolio } from '#tramites/folio/issue-folio.ts';
import { aclaracionesDe, elegidosDe, mediosDe } from '#tramites/vigencia/alcance.ts';
import { type AdjuntoJuzgado, type Escrito, insertMensaje, judgeEscrito } from './insert-mensaje.ts';
import { hasPeticion, lockAclaracion, moveAclaracion } from './lock-aclaracion.ts';

export interface PeticionDeAclaracion extends Escrito {
  asunto: AsuntoDeAclaracion;
  /** Folio of the medio that it is about, as typed; empty when it is about none. */
  folioDelMedio: string;
  /** Made once with the form: the same press arriving twice files once. */
  peticionId: string;
}

/** «Aclaraciones u Orientaciones» (guide VII), with or without validated contacts. Answers its folio. */
export async function fileAclaracion(ctx: ContextoDeTitular, peticion: PeticionDeAclaracion) {
  const escrito = judgeEscrito(peticion);
  if (!escrito.ok) return escrito;
  const { titularId } = ctx.actor;
  return runSealed(ctx, {}, async (tx, ctx) => {
    await lockTitular(tx, titularId);
    const already = await tx.aclaracion.findUnique({
      where: { titularId_peticionId: { titularId, peticionId: peticion.peticionId } },
      select: { folio: true },
    });
    if (already) return ok(already);
    const medio = await findMedioPropio(tx, ctx, peticion.folioDelMedio);
    if (!medio.ok) return medio;
    return ok({ folio: await insertAclaracion(tx, ctx, { ...peticion, ...escrito.value, medio: medio.value }) });
  });
}

async function findMedioPropio(tx: Tx, ctx: ContextoDeTitular, typed: string) {
  // Whoever represents the titular for chosen registros has nothing to say of the rest.
  if (typed.trim() === '') return elegidosDe(ctx).length === 0 ? ok(null) : fail('MEDIO_NO_ENCONTRADO');
  const folio = parseFolio(typed);
  if (!folio.ok) return fail('MEDIO_NO_ENCONTRADO');
  const medio = await tx.medioDeContacto.findUnique({
    where: { folio: folio.value, ...mediosDe(ctx) },
    select: { id: true, folio: true, fechaDeRegistro: true },
  });
  return medio ? ok(medio) : fail('MEDIO_NO_ENCONTRADO');
}

interface AclaracionNueva extends Pick<PeticionDeAclaracion, 'asunto' | 'texto' | 'peticionId'> {
  adjunto: AdjuntoJuzgado | null;
  medio: { id: string; folio: string; fechaDeRegistro: Date } | null;
}

async function insertAclaracion(tx: Tx, ctx: ContextoDeTitular, nueva: AclaracionNueva): Promise<string> {
  const { asunto, texto, peticionId, medio, adjunto } = nueva;
  const { titularId } = ctx.actor;
  const aLaVez = holdInstante(ctx, medio?.fechaDeRegistro);
  const now = aLaVez.now();
  const { id, folio } = await tx.aclaracion.create({
    data: {
      folio: await issueFolio(tx, aLaVez),
      titularId,
      asunto,
      medioId: medio?.id ?? null,
      estado: 'PRESENTADA',
      presentadaEn: now,
      esperaDesde: now,
      peticionId,
    },
    select: { id: true, folio: true },
  });
  const guardado = await insertMensaje(tx, aLaVez, { aclaracionId: id, numero: 1, texto, peticionId, adjunto });
  const enPlazo = medio && isPresentadaEnPlazo(medio.fechaDeRegistro, now);
  const datos = { asunto, folioDelMedio: medio?.folio ?? null, enPlazo, sha256DelAdjunto: guardado?.sha256 ?? null };
  await appendBitacora(tx, aLaVez, { evento: 'ACLARACION_PRESENTADA', folio, datos });
  const acuseId = await issueAcuse(tx, aLaVez, titularId, {
    tipo: 'ACLARACION',
    folio,
    fecha: now.toISOString(),
    rfc: ctx.actor.rfc,
    nombre: ctx.actor.nombre,
    ...conductoDeAcuse(ctx.actor),
    asunto,
    texto,
    textoSha256: hashDe(texto),
    medio: medio && {
      folio: medio.folio,
      fechaDeRegistro: medio.fechaDeRegistro.toISOString(),
      enPlazo: enPlazo === true,
    },
    adjunto: guardado,
    serieDelFirmante: ctx.actor.serie,
  });
  const tipo = 'ACLARACION_PRESENTADA';
  await tellContactos(tx, aLaVez, { titularId, tipo, aclaracionId: id, acuseId, soloCorreos: true });
  return folio;
}

type PeticionDeReplica = Escrito & Record<'folio' | 'peticionId', string>;

/** What its titular writes while it is not closed; one that had its answer then waits for another. */
export async function replyAclaracion(ctx: ContextoDeTitular, peticion: PeticionDeReplica) {
  const { folio, peticionId } = peticion;
  const escrito = judgeEscrito(peticion);
  if (!escrito.ok) return escrito;
  return ctx.db.$transaction(async (tx) => {
    const aclaracion = await lockAclaracion(tx, folio, aclaracionesDe(ctx));
    if (!aclaracion) return fail('ACLARACION_NO_ENCONTRADA');
    const aLaVez = holdInstante(ctx, aclaracion.ultimo.fecha);
    if (await hasPeticion(tx, aclaracion.id, peticionId)) return ok({ folio });
    if (aclaracion.estado === 'CERRADA') return fail('ACLARACION_CERRADA');
    const numero = aclaracion.ultimo.numero + 1;
    const mensaje = { aclaracionId: aclaracion.id, numero, peticionId, ...escrito.value };
    const adjunto = await insertMensaje(tx, aLaVez, mensaje);
    if (!(await moveAclaracion(tx, aLaVez, aclaracion, 'REPLICAR')))
      throw new Error(`${folio} did not take the message`);
    const datos = { numero, sha256DelAdjunto: adjunto?.sha256 ?? null };
    await appendBitacora(tx, aLaVez, { evento: 'ACLARACION_REPLICADA', folio, datos });
    return ok({ folio });
  });
}
