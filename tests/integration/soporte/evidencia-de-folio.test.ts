import { beforeEach, describe, expect, it } from 'vitest';
import type { Folio } from '#domain/folio.ts';
import { buildCms } from '#infra/firma/build-cms.ts';
import { collectEvidencia } from '#tramites/acuse/collect-evidencia.ts';
import type { ContextoDeSoporte } from '#tramites/contexto.ts';
import { findAcuseMostrado } from '#tramites/soporte/download-adjunto-mostrado.ts';
import { showDatos } from '#tramites/soporte/show-datos.ts';
import { createEscenario, type Escenario, enterSoporte } from '../../support/escenario.ts';
import { RFC_DE_SOPORTE, registrar } from '../../support/soporte.ts';
import { testDb } from '../../support/test-db.ts';

let escenario: Escenario;
let ctx: ContextoDeSoporte;
let folio: Folio;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  folio = (await registrar(await escenario.enter(), 'ana@correo.example')) as Folio;
  ({ ctx } = await enterSoporte(escenario, 'CONSULTA', RFC_DE_SOPORTE.CONSULTA));
});

const mostrar = () =>
  showDatos(ctx, { folio, motivo: 'LLAMADA_DEL_TITULAR', detalle: 'Confirmar con él la dirección' });

describe('the evidence of an acuse for the support staff', () => {
  it('is given while «Mostrar» is in force for its folio, and only then: it holds personal data', async () => {
    expect(await findAcuseMostrado(ctx, folio, 'REGISTRO')).toEqual({ ok: false, error: 'EVIDENCIA_CUBIERTA' });
    await mostrar();
    expect(await findAcuseMostrado(ctx, folio, 'REGISTRO')).toMatchObject({ ok: true, value: { folio } });
    expect(await findAcuseMostrado(ctx, folio, 'BAJA')).toEqual({ ok: false, error: 'ACUSE_NO_ENCONTRADO' });
    escenario.advance(11 * 60_000);
    expect(await findAcuseMostrado(ctx, folio, 'REGISTRO')).toEqual({ ok: false, error: 'EVIDENCIA_CUBIERTA' });
  });

  it('is recorded with who took it', async () => {
    await mostrar();
    const acuse = await findAcuseMostrado(ctx, folio, 'REGISTRO');
    if (!acuse.ok) throw new Error(acuse.error);
    await collectEvidencia({ ...ctx, buildCms }, acuse.value, { isCompleta: true });
    const apunte = await escenario.db.bitacora.findFirstOrThrow({ where: { evento: 'EVIDENCIA_DESCARGADA' } });
    expect(apunte).toMatchObject({ folio, actor: `SOPORTE:${ctx.actor.sesionId}` });
  });
});
