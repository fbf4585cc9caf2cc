import type { MedioLeido } from '#domain/medio-de-contacto/medio.ts';
import { venceEn } from '#domain/medio-de-contacto/plazo.ts';
import { conductoDeAcuse, issueAcuse } from '#tramites/acuse/issue-acuse.ts';
import { createAviso } from '#tramites/aviso/create-aviso.ts';
import { tellContactos } from '#tramites/aviso/tell-contactos.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import { type ContextoDeTitular, holdInstante, type Tx } from '#tramites/contexto.ts';
import { issueFolio } from '#tramites/folio/issue-folio.ts';
import type { ResumenDeRegistros } from '#tramites/registro-patronal/summarize-registros.ts';
import { addTarea } from '#tramites/tarea/add-tarea.ts';

interface MedioNuevo {
  medio: MedioLeido;
  peticionId: string;
  /** The medio that has proved this value already: this one then needs no proof of its own. */
  pruebaDeId?: string | null;
  demoradoHasta: Date | null;
  todosHastaAlta?: bigint | null;
  /** Writes its scope; for registros patronales, says which. */
  addAlcances: (medioId: string) => Promise<ResumenDeRegistros | null>;
}

/** All of a registration, in its transaction: scope, acuse, message, deadline and bitácora. Answers its folio. */
export async function insertMedio(tx: Tx, asked: ContextoDeTitular, nuevo: MedioNuevo): Promise<string> {
  const ctx = holdInstante(asked);
  const { titularId } = ctx.actor;
  const { mecanismo } = nuevo.medio;
  const { id, folio } = await createMedio(tx, ctx, nuevo);
  const registros = await nuevo.addAlcances(id);
  if (registros) {
    const data = { registros: registros.total };
    await tx.medioDeContacto.update({ where: { id }, data, select: { id: true } });
  }
  const datos = { mecanismo, alcance: registros ? 'REGISTROS' : 'RFC', registros: registros?.total ?? null };
  await appendBitacora(tx, ctx, { evento: 'MEDIO_REGISTRADO', folio, datos });
  const deAcuse = datosDeAcuse(ctx, folio, nuevo.medio, registros);
  const acuseId = await issueAcuse(tx, ctx, titularId, { tipo: 'REGISTRO', ...deAcuse });
  if (nuevo.pruebaDeId) {
    await appendBitacora(tx, ctx, { evento: 'MEDIO_VALIDADO', folio, datos: { mecanismo, prueba: 'OTRO_MEDIO' } });
    await issueAcuse(tx, ctx, titularId, { tipo: 'VALIDACION', ...deAcuse });
  } else {
    await askForProof(tx, ctx, id, nuevo);
  }
  await tellContactos(tx, ctx, { titularId, tipo: 'MEDIO_AGREGADO', medioId: id, acuseId });
  return folio;
}

async function createMedio(tx: Tx, ctx: ContextoDeTitular, nuevo: MedioNuevo) {
  const now = ctx.now();
  const { prefijoQuitado: _, ...destino } = nuevo.medio;
  return tx.medioDeContacto.create({
    data: {
      ...destino,
      folio: await issueFolio(tx, ctx),
      titularId: ctx.actor.titularId,
      estado: nuevo.pruebaDeId ? 'VALIDADO' : 'EN_PROCESO',
      fechaDeRegistro: now,
      plazoDesde: now,
      venceEn: venceEn(now),
      fechaDeValidacion: nuevo.pruebaDeId ? now : null,
      claveId: ctx.claves.idVigente,
      peticionId: nuevo.peticionId,
      pruebaDeId: nuevo.pruebaDeId ?? null,
      todosHastaAlta: nuevo.todosHastaAlta ?? null,
      registros: nuevo.todosHastaAlta ? 0 : null,
    },
    select: { id: true, folio: true },
  });
}

/** What every acuse of a medio says that its titular asked for, or their representative. */
export function datosDeAcuse(
  ctx: ContextoDeTitular,
  folio: string,
  { mecanismo, valor }: Pick<MedioLeido, 'mecanismo' | 'valor'>,
  registros: ResumenDeRegistros | null,
) {
  const { rfc, nombre, serie } = ctx.actor;
  const fecha = ctx.now().toISOString();
  const conducto = conductoDeAcuse(ctx.actor);
  return { folio, fecha, rfc, nombre, ...conducto, medio: { mecanismo, valor }, registros, serieDelFirmante: serie };
}

async function askForProof(tx: Tx, ctx: ContextoDeTitular, medioId: string, nuevo: MedioNuevo): Promise<void> {
  const { medio: destino, demoradoHasta } = nuevo;
  const tipo = destino.mecanismo === 'TELEFONO' ? 'CODIGO_CELULAR' : 'VALIDA_CORREO';
  await createAviso(tx, ctx, { titularId: ctx.actor.titularId, medioId, tipo, destino, demoradoHasta });
  await addTarea(tx, ctx, 'cancelar-medio', { medioId }, venceEn(ctx.now()));
}
