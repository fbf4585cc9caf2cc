import { createHash, randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { downloadAdjunto } from '#tramites/aclaracion/download-adjunto.ts';
import { fileAclaracion } from '#tramites/aclaracion/file-aclaracion.ts';
import {
  findAclaracionPropia,
  hasCorreoValidado,
  listAclaracionesPropias,
} from '#tramites/aclaracion/find-aclaracion.ts';
import { registerMedioDeContacto } from '#tramites/medio-de-contacto/register-medio-de-contacto.ts';
import { peticionDeAclaracion, presentar } from '../../support/aclaraciones.ts';
import { alterarDatos } from '../../support/alterar-datos.ts';
import { makePdf, makePng } from '../../support/archivos.ts';
import { addMedioValidado, createEscenario, type Escenario, type Titular } from '../../support/escenario.ts';
import { testDb } from '../../support/test-db.ts';

const HORA = 3_600_000;
const OTRO = 'MEGL920721K30';

let escenario: Escenario;
let titular: Titular;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter();
});

async function register(who = titular): Promise<string> {
  const peticion = { mecanismo: 'CORREO_ELECTRONICO', valor: 'ana@correo.example', peticionId: randomUUID() } as const;
  const result = await registerMedioDeContacto(who.ctx, peticion);
  if (!result.ok) throw new Error(result.error);
  return result.value.folio;
}

const avisos = () =>
  escenario.db.aviso.findMany({
    where: { aclaracionId: { not: null } },
    orderBy: { destino: 'asc' },
    select: { tipo: true, destino: true, medioId: true, estado: true },
  });

describe('filing an aclaración', () => {
  it('gives a folio of the one sequence, an acuse with its sello, and a line in the bitácora', async () => {
    const folio = await presentar(titular, { texto: ' No me llega\r\n\r\nel correo. ', folioDelMedio: ' ' });
    expect(folio).toMatch(/^BI-\d{4}\.00000001-\d{2}$/);
    const { datos, tipo, cadenaOriginal } = await escenario.db.acuse.findFirstOrThrow({ where: { folio } });
    const sha256 = createHash('sha256').update('No me llega\n\nel correo.').digest('hex');
    expect(datos).toMatchObject({ tipo: 'ACLARACION', texto: 'No me llega\n\nel correo.', textoSha256: sha256 });
    expect(tipo).toBe('ACLARACION');
    expect(cadenaOriginal).toContain('|Tipo de trámite:Aclaraciones u Orientaciones|');
    expect(cadenaOriginal).toContain(`|Asunto:Activación Buzón IMSS|SHA-256 del planteamiento:${sha256}|`);
    expect(await escenario.db.bitacora.findFirst({ where: { evento: 'ACLARACION_PRESENTADA' } })).toMatchObject({
      folio,
      titularId: titular.ctx.actor.titularId,
      datos: { asunto: 'ACTIVACION_BUZON_IMSS', folioDelMedio: null, enPlazo: null, sha256DelAdjunto: null },
    });
  });

  it('is for a titular without any validated contact too: nobody is written to, and the answer will be on the page', async () => {
    await register();
    const folio = await presentar(titular);
    expect(await avisos()).toEqual([]);
    expect(await hasCorreoValidado(titular.ctx)).toBe(false);
    expect(await findAclaracionPropia(titular.ctx, folio)).toMatchObject({ estado: 'PRESENTADA', enPlazo: null });
  });

  it('tells the validated e-mails, also the one that it is about', async () => {
    await addMedioValidado(titular, 'CORREO_ELECTRONICO', 'ana@correo.example');
    await addMedioValidado(titular, 'TELEFONO', '+525512345678');
    await alterarDatos("UPDATE medio_de_contacto SET folio = 'BI-2026.00000009-28' WHERE mecanismo <> 'TELEFONO'");
    await presentar(titular, { folioDelMedio: 'bi-2026.00000009-28 ' });
    expect(await avisos()).toEqual([
      { tipo: 'ACLARACION_PRESENTADA', destino: 'ana@correo.example', medioId: null, estado: 'PENDIENTE' },
    ]);
    expect(await hasCorreoValidado(titular.ctx)).toBe(true);
  });

  it.each([
    [24 * HORA - 1, true],
    [24 * HORA, false],
  ])('%i ms after the registration of its medio: accepted, and within 24 hours is %s', async (elapsed, enPlazo) => {
    const folioDelMedio = await register();
    escenario.advance(elapsed);
    const again = await escenario.enter();
    const folio = await presentar(again, { folioDelMedio });
    expect(await findAclaracionPropia(again.ctx, folio)).toMatchObject({ enPlazo, medio: { folio: folioDelMedio } });
    const { datos } = await escenario.db.acuse.findFirstOrThrow({ where: { folio } });
    expect(datos).toMatchObject({ medio: { folio: folioDelMedio, enPlazo } });
  });

  it('of one press that arrives twice, at once or later, files one', async () => {
    const peticion = peticionDeAclaracion();
    const results = await Promise.all([1, 2, 3].map(() => fileAclaracion(titular.ctx, peticion)));
    expect(new Set(results.map((result) => result.ok && result.value.folio)).size).toBe(1);
    expect(await listAclaracionesPropias(titular.ctx)).toHaveLength(1);
    expect(await escenario.db.acuse.count({ where: { tipo: 'ACLARACION' } })).toBe(1);
  });

  it('is refused about a medio that is not the titular’s, as about one that does not exist', async () => {
    const other = await escenario.enter(OTRO);
    for (const folioDelMedio of [await register(other), 'BI-2026.99999999-67', 'no es un folio'])
      expect(await fileAclaracion(titular.ctx, peticionDeAclaracion({ folioDelMedio }))).toEqual({
        ok: false,
        error: 'MEDIO_NO_ENCONTRADO',
      });
    expect(await escenario.db.aclaracion.count()).toBe(0);
  });

  it('is refused without a text, and with a file that is not what it must be: nothing is written', async () => {
    const attempt = (with_: Parameters<typeof peticionDeAclaracion>[0]) =>
      fileAclaracion(titular.ctx, peticionDeAclaracion(with_));
    expect(await attempt({ texto: ' \n ' })).toEqual({ ok: false, error: 'TEXTO_VACIO' });
    const polyglot = { nombre: 'factura.pdf', contenido: Buffer.concat([Buffer.from('GIF89a'), makePdf()]) };
    expect(await attempt({ adjunto: polyglot })).toEqual({ ok: false, error: 'ADJUNTO_NO_ADMITIDO' });
    const html = { nombre: 'foto.png', contenido: Buffer.from('<html>') };
    expect(await attempt({ adjunto: html })).toEqual({ ok: false, error: 'ADJUNTO_DE_TEXTO' });
    expect(await escenario.db.aclaracion.count()).toBe(0);
    expect(await escenario.db.bitacora.count({ where: { evento: { startsWith: 'ACLARACION' } } })).toBe(0);
  });
});

describe('its file', () => {
  const adjunto = { nombre: 'C:\\fakepath\\Captura.EXE', contenido: makePdf() };

  it('is told apart, for whoever may download it, when it is a PDF that does things by itself', async () => {
    const script = makePdf('/OpenAction << /S /JavaScript /JS (app.alert(1)) >> ');
    const accionesOf = async (contenido: Buffer) => {
      const folio = await presentar(titular, { adjunto: { nombre: 'a.pdf', contenido } });
      return (await findAclaracionPropia(titular.ctx, folio))?.mensajes[0]?.adjunto?.acciones;
    };
    expect(await accionesOf(script)).toBe('CON_ACCIONES');
    expect(await accionesOf(makePdf())).toBe('SIN_ACCIONES');
  });

  it('is kept byte for byte under a clean name, with its hash under the sello', async () => {
    const folio = await presentar(titular, { adjunto });
    const sha256 = createHash('sha256').update(adjunto.contenido).digest('hex');
    expect(await findAclaracionPropia(titular.ctx, folio)).toMatchObject({
      mensajes: [{ numero: 1, adjunto: { nombre: 'Captura.pdf', bytes: adjunto.contenido.length } }],
    });
    const { cadenaOriginal } = await escenario.db.acuse.findFirstOrThrow({ where: { folio } });
    expect(cadenaOriginal).toContain(`|Archivo adjunto:Captura.pdf|SHA-256 del archivo adjunto:${sha256}|`);
    const stored = await downloadAdjunto(titular.ctx, folio, 1);
    expect(stored?.nombre).toBe('Captura.pdf');
    expect(Buffer.from(stored?.contenido ?? []).equals(adjunto.contenido)).toBe(true);
    expect(await escenario.db.bitacora.count({ where: { evento: 'ADJUNTO_DESCARGADO', folio } })).toBe(1);
  });

  it('may have 5 MB', async () => {
    const contenido = Buffer.concat([makePng(), Buffer.alloc(5 * 1024 * 1024 - makePng().length)]);
    const folio = await presentar(titular, { adjunto: { nombre: 'grande.png', contenido } });
    expect((await downloadAdjunto(titular.ctx, folio, 1))?.contenido.length).toBe(contenido.length);
  });

  it('is nobody else’s: another titular finds neither it nor the aclaración', async () => {
    const folio = await presentar(titular, { adjunto });
    const other = await escenario.enter(OTRO);
    expect(await downloadAdjunto(other.ctx, folio, 1)).toBeNull();
    expect(await findAclaracionPropia(other.ctx, folio)).toBeNull();
    expect(await listAclaracionesPropias(other.ctx)).toEqual([]);
    expect(await downloadAdjunto(titular.ctx, folio, 2)).toBeNull();
  });
});
