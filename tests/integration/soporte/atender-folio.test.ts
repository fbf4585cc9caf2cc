import { beforeEach, describe, expect, it } from 'vitest';
import type { ContextoDeSoporte } from '#tramites/contexto.ts';
import { resendMensaje, resendMensajePorSoporte } from '#tramites/medio-de-contacto/resend-mensaje.ts';
import { consultFolio, exportFolio } from '#tramites/soporte/consult-folio.ts';
import { addNota, showDatos } from '#tramites/soporte/show-datos.ts';
import { folioEnPalabras } from '#wording/soporte/folio-en-palabras.ts';
import { createEscenario, type Escenario, enterSoporte, type Titular } from '../../support/escenario.ts';
import { RFC_DE_SOPORTE, registrar } from '../../support/soporte.ts';
import { testDb } from '../../support/test-db.ts';

const MINUTE = 60_000;
const CORREO = 'ana.gomez@correo.example';

let escenario: Escenario;
let titular: Titular;
let ctx: ContextoDeSoporte;
let folio: string;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter();
  folio = await registrar(titular, CORREO);
  ({ ctx } = await enterSoporte(escenario, 'ATENCION', RFC_DE_SOPORTE.ATENCION));
});

const apuntes = (evento: string) => escenario.db.bitacora.findMany({ where: { evento }, orderBy: { id: 'asc' } });

describe('support sends a message again', () => {
  it('within the same caps as the titular, whoever sent the others', async () => {
    expect(await resendMensajePorSoporte(ctx, folio)).toMatchObject({ error: { codigo: 'REENVIO_ESPERA' } });
    for (let time = 1; time <= 3; time++) {
      escenario.advance(MINUTE);
      expect(
        await (time === 2 ? resendMensaje(titular.ctx, folio) : resendMensajePorSoporte(ctx, folio)),
      ).toMatchObject({
        ok: true,
      });
    }
    escenario.advance(MINUTE);
    expect(await resendMensajePorSoporte(ctx, folio)).toMatchObject({ error: { codigo: 'REENVIOS_AGOTADOS' } });
    expect(await escenario.db.aviso.count({ where: { medio: { folio } } })).toBe(4);
  });

  it('as often as is left, which the folio says', async () => {
    const restantes = async () => {
      const leido = await consultFolio(ctx, folio, { isCubierto: true });
      return leido?.asunto.tipo === 'MEDIO' ? leido.asunto.reenviosRestantes : null;
    };
    for (const left of [3, 2, 1]) {
      expect(await restantes()).toBe(left);
      escenario.advance(MINUTE);
      await resendMensajePorSoporte(ctx, folio);
    }
    expect(await restantes()).toBe(0);
    const another = await registrar(titular, 'otro@correo.example');
    escenario.advance(73 * 60 * MINUTE);
    const leido = await consultFolio(ctx, another, { isCubierto: true });
    expect(leido?.asunto).toMatchObject({ estado: 'CANCELADO', reenviosRestantes: 0 });
  });

  it('to its own destination, without a new deadline, and recorded as by them', async () => {
    const before = await escenario.db.medioDeContacto.findUniqueOrThrow({ where: { folio } });
    escenario.advance(MINUTE);
    await resendMensajePorSoporte(ctx, folio);
    expect(await escenario.db.medioDeContacto.findUniqueOrThrow({ where: { folio } })).toEqual(before);
    const last = await escenario.db.aviso.findFirst({ where: { medio: { folio } }, orderBy: { creadoEn: 'desc' } });
    expect(last).toMatchObject({ destino: CORREO, tipo: 'VALIDA_CORREO' });
    const { titularId } = titular.ctx.actor;
    expect(await apuntes('REENVIO_PEDIDO')).toMatchObject([
      { folio, titularId, actor: `SOPORTE:${ctx.actor.sesionId}`, datos: { reenvios: 1 } },
    ]);
  });

  it('no more once the 72 hours are over, nor for a folio that is of no medio', async () => {
    escenario.advance(72 * 60 * MINUTE);
    for (const each of [folio, 'BI-2026.99999999-00'])
      expect(await resendMensajePorSoporte(ctx, each)).toMatchObject({ error: { codigo: 'REENVIO_NO_PROCEDE' } });
  });
});

describe('a note', () => {
  it('is for the whole staff, with who wrote it, and stays out of the bitácora', async () => {
    expect(await addNota(ctx, { folio, texto: ' Se le pidió revisar\nsu spam. ' })).toEqual({ ok: true, value: null });
    const otra = await enterSoporte(escenario, 'CONSULTA', RFC_DE_SOPORTE.CONSULTA);
    const leido = await consultFolio(otra.ctx, folio, { isCubierto: false });
    expect(leido?.notas).toEqual([
      { fecha: ctx.now(), texto: 'Se le pidió revisar su spam.', miembro: 'PERSONA DE ATENCION' },
    ]);
    const { id: notaId } = await escenario.db.notaDeFolio.findFirstOrThrow();
    const [apunte] = await apuntes('NOTA_AGREGADA');
    expect(apunte).toMatchObject({ folio, titularId: titular.ctx.actor.titularId });
    expect(apunte?.datos).toEqual({ miembroId: ctx.actor.miembroId, notaId });
  });

  it('is never changed nor removed, whatever the code says', async () => {
    await addNota(ctx, { folio, texto: 'Una nota.' });
    await expect(escenario.db.notaDeFolio.updateMany({ data: { texto: 'Otra.' } })).rejects.toThrow();
    await expect(escenario.db.notaDeFolio.deleteMany()).rejects.toThrow();
  });

  it.each([
    ['nothing', { texto: ' ' }, 'NOTA_VACIA'],
    ['no end', { texto: 'a'.repeat(1001) }, 'NOTA_LARGA'],
    ['personal data', { texto: `Escribió desde ${CORREO}` }, 'TEXTO_CON_DATOS_PERSONALES'],
    ['a folio that was never given', { texto: 'Una nota.', folio: 'BI-2026.99999999-00' }, 'FOLIO_NO_ENCONTRADO'],
  ])('with %s is refused', async (_, change, error) => {
    expect(await addNota(ctx, { folio, ...change })).toEqual({ ok: false, error });
    expect(await escenario.db.notaDeFolio.count()).toBe(0);
  });
});

describe('taking a folio away', () => {
  it('covers it as the screen does, and records who, in what and whether data went along', async () => {
    const covered = await exportFolio(ctx, folio, { formato: 'CSV', isCubierto: false });
    expect(JSON.stringify(covered)).not.toContain(CORREO);
    expect(covered && folioEnPalabras(covered).cronologia.at(-1)).toMatchObject({
      quien: 'Soporte: PERSONA DE ATENCION',
      texto: 'Exportó este folio en CSV, con los datos personales cubiertos.',
    });
    escenario.advance(1000);
    await showDatos(ctx, { folio, motivo: 'REQUERIMIENTO', detalle: 'Lo pide el juzgado' });
    escenario.advance(1000);
    const shown = await exportFolio(ctx, folio, { formato: 'PDF', isCubierto: false });
    expect(JSON.stringify(shown)).toContain(CORREO);
    expect(JSON.stringify(await exportFolio(ctx, folio, { formato: 'PDF', isCubierto: true }))).not.toContain(CORREO);
    expect((await apuntes('FOLIO_EXPORTADO')).map(({ datos }) => datos)).toMatchObject([
      { formato: 'CSV', isALaVista: false },
      { formato: 'PDF', isALaVista: true },
      { formato: 'PDF', isALaVista: false },
    ]);
  });

  it('that was never given gives nothing, and records nothing', async () => {
    expect(await exportFolio(ctx, 'BI-2026.99999999-00', { formato: 'CSV', isCubierto: false })).toBeNull();
    expect(await apuntes('FOLIO_EXPORTADO')).toEqual([]);
  });
});
