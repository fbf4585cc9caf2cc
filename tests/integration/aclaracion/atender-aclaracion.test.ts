import { createHash, randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Folio } from '#domain/folio.ts';
import { answerAclaracion, closeAclaracion, takeAclaracion } from '#tramites/aclaracion/answer-aclaracion.ts';
import { downloadAdjunto } from '#tramites/aclaracion/download-adjunto.ts';
import { replyAclaracion } from '#tramites/aclaracion/file-aclaracion.ts';
import { findAclaracion, findAclaracionPropia } from '#tramites/aclaracion/find-aclaracion.ts';
import type { ContextoDeSoporte } from '#tramites/contexto.ts';
import { downloadAdjuntoMostrado } from '#tramites/soporte/download-adjunto-mostrado.ts';
import { showDatos } from '#tramites/soporte/show-datos.ts';
import { presentar, replicar, responder } from '../../support/aclaraciones.ts';
import { makePng } from '../../support/archivos.ts';
import {
  addMedioValidado,
  createEscenario,
  type Escenario,
  enterSoporte,
  type Titular,
} from '../../support/escenario.ts';
import { testDb } from '../../support/test-db.ts';

let escenario: Escenario;
let titular: Titular;
let soporte: ContextoDeSoporte;
let folio: string;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter();
  soporte = (await enterSoporte(escenario, 'ATENCION', 'LOVC900412QX8')).ctx;
  await addMedioValidado(titular, 'CORREO_ELECTRONICO', 'ana@correo.example');
  folio = await presentar(titular);
});

const estado = async () => (await escenario.db.aclaracion.findUniqueOrThrow({ where: { folio } })).estado;
const countAvisos = (tipo: 'ACLARACION_RESPONDIDA' | 'ACLARACION_CERRADA') =>
  escenario.db.aviso.count({ where: { tipo } });
const hecho = () => ({ ok: true, value: { folio } });
const fallo = (error: string) => ({ ok: false, error });
const escrito = (texto = 'Sigue igual.') => ({ folio, texto, adjunto: null, peticionId: randomUUID() });

describe('support', () => {
  it('takes, answers and closes it, each with its line in the bitácora, and tells the validated e-mails alone', async () => {
    await addMedioValidado(titular, 'TELEFONO', '+525512345678');
    expect(await takeAclaracion(soporte, folio)).toEqual(hecho());
    expect(await estado()).toBe('EN_ATENCION');
    await responder(soporte, folio);
    expect([await estado(), await countAvisos('ACLARACION_RESPONDIDA')]).toEqual(['RESPONDIDA', 1]);
    expect(await closeAclaracion(soporte, folio)).toEqual(hecho());
    expect([await estado(), await countAvisos('ACLARACION_CERRADA')]).toEqual(['CERRADA', 1]);
    const lines = await escenario.db.bitacora.findMany({
      where: { folio, actor: `SOPORTE:${soporte.actor.sesionId}` },
      orderBy: { id: 'asc' },
    });
    const { miembroId } = soporte.actor;
    expect(lines.map(({ evento, datos }) => [evento, datos])).toEqual([
      ['ACLARACION_TOMADA', {}],
      ['ACLARACION_RESPONDIDA', { numero: 2, miembroId }],
      ['ACLARACION_CERRADA', { miembroId }],
    ]);
    expect(lines.every(({ titularId }) => titularId === titular.ctx.actor.titularId)).toBe(true);
  });

  it('may answer what nobody took; who answered is known to support and not to the titular', async () => {
    await responder(soporte, folio, 'Revisa el spam.');
    const { nombre, miembroId } = soporte.actor;
    expect(await findAclaracion(soporte, folio)).toMatchObject({
      atiende: { nombre },
      mensajes: [
        { autor: 'TITULAR', miembro: null },
        { autor: 'SOPORTE', miembro: { id: miembroId, nombre } },
      ],
    });
    const propia = await findAclaracionPropia(titular.ctx, folio);
    expect(propia?.mensajes[1]).toEqual({
      numero: 2,
      autor: 'SOPORTE',
      texto: 'Revisa el spam.',
      fecha: escenario.ctx.now(),
      adjunto: null,
    });
    expect(JSON.stringify(propia)).not.toContain(nombre);
  });

  it('answers once, however often one press arrives', async () => {
    const peticion = { folio, texto: 'Ya quedó.', peticionId: randomUUID() };
    const results = await Promise.all([1, 2].map(() => answerAclaracion(soporte, peticion)));
    expect(results).toEqual([hecho(), hecho()]);
    expect(await countAvisos('ACLARACION_RESPONDIDA')).toBe(1);
  });

  it('closes only what was answered last, and nothing happens to what is closed', async () => {
    expect(await closeAclaracion(soporte, folio)).toEqual(fallo('ACLARACION_SIN_RESPUESTA'));
    await responder(soporte, folio);
    await replicar(titular, folio);
    expect(await closeAclaracion(soporte, folio)).toEqual(fallo('ACLARACION_SIN_RESPUESTA'));
    await responder(soporte, folio);
    expect((await closeAclaracion(soporte, folio)).ok).toBe(true);
    expect(await closeAclaracion(soporte, folio)).toEqual(fallo('ACLARACION_YA_CERRADA'));
    expect(await takeAclaracion(soporte, folio)).toEqual(fallo('ACLARACION_YA_TOMADA'));
    expect(await answerAclaracion(soporte, escrito())).toEqual(fallo('ACLARACION_YA_CERRADA'));
    expect(await replyAclaracion(titular.ctx, escrito())).toEqual(fallo('ACLARACION_CERRADA'));
    expect(await escenario.db.mensajeDeAclaracion.count()).toBe(4);
  });

  it('finds nothing under a folio that is none', async () => {
    const unknown = { folio: 'BI-2026.99999999-67', texto: 'x', peticionId: randomUUID() };
    expect(await takeAclaracion(soporte, unknown.folio)).toEqual(fallo('ACLARACION_DESCONOCIDA'));
    expect(await answerAclaracion(soporte, unknown)).toEqual(fallo('ACLARACION_DESCONOCIDA'));
    expect(await closeAclaracion(soporte, unknown.folio)).toEqual(fallo('ACLARACION_DESCONOCIDA'));
    expect(await findAclaracion(soporte, unknown.folio)).toBeNull();
    expect(await answerAclaracion(soporte, { ...unknown, folio, texto: ' ' })).toEqual(fallo('TEXTO_VACIO'));
  });

  it('of the role CONSULTA sees it all, which is recorded, and may do nothing', async () => {
    const { ctx } = await enterSoporte(escenario, 'CONSULTA', 'ZAMA870623KP4');
    expect(await findAclaracion(ctx, folio)).toMatchObject({ folio, estado: 'PRESENTADA' });
    expect(await escenario.db.bitacora.findFirst({ where: { evento: 'ACLARACION_CONSULTADA' } })).toMatchObject({
      folio,
      actor: `SOPORTE:${ctx.actor.sesionId}`,
    });
    const refused = fallo('SIN_PERMISO_DE_ATENDER');
    expect(await takeAclaracion(ctx, folio)).toEqual(refused);
    expect(await answerAclaracion(ctx, escrito())).toEqual(refused);
    expect(await closeAclaracion(ctx, folio)).toEqual(refused);
    expect(await estado()).toBe('PRESENTADA');
  });
});

describe('personal data', () => {
  const PERSONALES = ['ana@correo.example', '55 1234 9876', 'GOMA800101AB1'];
  const texto = `Soy GOMA800101AB1: no llega a ana@correo.example; llámame al 55 1234 9876.`;
  const mostrar = () => showDatos(soporte, { folio, motivo: 'ACLARACION', detalle: 'Para leer lo que pide' });

  it('is covered also where it was written, and shown of that aclaración alone after «Mostrar»', async () => {
    await replicar(titular, folio, texto);
    const other = await presentar(titular);
    const { rfc, nombre } = titular.ctx.actor;
    const covered = await findAclaracion(soporte, folio);
    for (const dato of [...PERSONALES, rfc, nombre]) expect(JSON.stringify(covered)).not.toContain(dato);
    expect(covered?.mensajes[1]?.texto).toMatch(
      /^Soy GOMA•••••••B1: no llega a a•••@c•••\.example; llámame al •••• •• 98 76/,
    );
    expect((await mostrar()).ok).toBe(true);
    expect(await findAclaracion(soporte, folio)).toMatchObject({ titular: { rfc, nombre }, mensajes: [{}, { texto }] });
    expect((await findAclaracion(soporte, folio, { isCubierto: true }))?.mensajes[1]?.texto).not.toBe(texto);
    expect((await findAclaracion(soporte, other))?.titular.rfc).not.toBe(rfc);
    const propia = await findAclaracionPropia(titular.ctx, folio);
    expect(propia?.mensajes[1]?.texto).toBe(texto);
  });

  it('in a file is given after «Mostrar» alone, and no file that there is not', async () => {
    const adjunto = { nombre: 'GOMA800101AB1.png', contenido: makePng() };
    await replyAclaracion(titular.ctx, { ...escrito(), adjunto });
    const download = (numero: number) => downloadAdjuntoMostrado(soporte, folio as Folio, numero);
    expect((await findAclaracion(soporte, folio))?.mensajes[1]?.adjunto?.nombre).toBe('GOMA•••••••B1.png');
    expect(await download(2)).toEqual(fallo('ADJUNTO_CUBIERTO'));
    expect(await escenario.db.bitacora.count({ where: { evento: 'ADJUNTO_DESCARGADO' } })).toBe(0);
    await mostrar();
    expect(await download(2)).toMatchObject({ ok: true, value: { nombre: adjunto.nombre } });
    expect(await download(1)).toEqual(fallo('ADJUNTO_NO_ENCONTRADO'));
  });
});

describe('its titular', () => {
  it('writes again while it is open, with a file too, and then waits for another answer', async () => {
    await replicar(titular, folio, 'Me faltó decir algo.');
    expect(await estado()).toBe('PRESENTADA');
    await responder(soporte, folio);
    escenario.advance(60_000);
    const adjunto = { nombre: 'captura.png', contenido: makePng() };
    expect(await replyAclaracion(titular.ctx, { ...escrito(), adjunto })).toEqual(hecho());
    expect(await escenario.db.aclaracion.findUniqueOrThrow({ where: { folio } })).toMatchObject({
      estado: 'EN_ATENCION',
      esperaDesde: escenario.ctx.now(),
      atiendeId: soporte.actor.miembroId,
    });
    const file = await downloadAdjunto(soporte, folio, 4);
    expect(Buffer.from(file?.contenido ?? []).equals(makePng())).toBe(true);
    const lines = await escenario.db.bitacora.findMany({
      where: { folio, evento: 'ACLARACION_REPLICADA' },
      orderBy: { id: 'asc' },
    });
    expect(lines.map(({ datos }) => datos)).toEqual([
      { numero: 2, sha256DelAdjunto: null },
      { numero: 4, sha256DelAdjunto: createHash('sha256').update(makePng()).digest('hex') },
    ]);
  });

  it('writes once, however often one press arrives, and nothing without a text', async () => {
    const peticion = escrito();
    for (const _ of [1, 2]) expect(await replyAclaracion(titular.ctx, peticion)).toEqual(hecho());
    expect(await replyAclaracion(titular.ctx, escrito(' \n '))).toEqual(fallo('TEXTO_VACIO'));
    expect(await escenario.db.mensajeDeAclaracion.count()).toBe(2);
  });

  it('waits since the first message without an answer, however many follow', async () => {
    const filed = escenario.ctx.now();
    escenario.advance(60_000);
    await replicar(titular, folio);
    expect((await escenario.db.aclaracion.findUniqueOrThrow({ where: { folio } })).esperaDesde).toEqual(filed);
  });

  it('alone writes there: to another titular it does not exist', async () => {
    const other = await escenario.enter('MEGL920721K30');
    expect(await replyAclaracion(other.ctx, escrito())).toEqual(fallo('ACLARACION_NO_ENCONTRADA'));
  });

  it('and support may write at the same instant: both are kept, in an order', async () => {
    const [reply, answer] = await Promise.all([
      replyAclaracion(titular.ctx, escrito()),
      answerAclaracion(soporte, escrito('Respuesta.')),
    ]);
    expect([reply.ok, answer.ok]).toEqual([true, true]);
    const mensajes = await escenario.db.mensajeDeAclaracion.findMany({ orderBy: { numero: 'asc' } });
    expect(mensajes.map(({ numero }) => numero)).toEqual([1, 2, 3]);
    expect(await estado()).toBe(mensajes[2]?.autor === 'SOPORTE' ? 'RESPONDIDA' : 'EN_ATENCION');
  });
});
