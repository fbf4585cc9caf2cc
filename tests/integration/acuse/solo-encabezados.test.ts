import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Folio, parseFolio } from '#domain/folio.ts';
import { findDescarga } from '#tramites/acuse/download-acuse.ts';
import { findAcusePropio } from '#tramites/acuse/find-acuse-verificable.ts';
import { verifyAcuse } from '#tramites/acuse/verify-acuse.ts';
import { registerMedioDeContacto } from '#tramites/medio-de-contacto/register-medio-de-contacto.ts';
import { createEscenario, type Escenario, type Titular } from '../../support/escenario.ts';
import { testDb } from '../../support/test-db.ts';

let escenario: Escenario;
let titular: Titular;
let folio: Folio;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter();
  const medio = { mecanismo: 'CORREO_ELECTRONICO', valor: 'ana@correo.example', peticionId: randomUUID() } as const;
  const result = await registerMedioDeContacto(titular.ctx, medio);
  const parsed = parseFolio(result.ok ? result.value.folio : '');
  if (!parsed.ok) throw new Error(parsed.error);
  folio = parsed.value;
});

const count = (evento: 'ACUSE_VERIFICADO' | 'ACUSE_DESCARGADO') => escenario.db.bitacora.count({ where: { evento } });

describe('whoever asks for the headers alone', () => {
  it('is told what there is to download, without its being made or recorded', async () => {
    expect(await findDescarga(titular.ctx, folio, 'REGISTRO')).toMatchObject({ situacion: 'DESCARGABLE' });
    expect(await findDescarga(titular.ctx, folio, 'BAJA')).toBeNull();
    expect(await escenario.db.acuseDocumento.count()).toBe(0);
    expect(await count('ACUSE_DESCARGADO')).toBe(0);
  });

  it('leaves no verification on record', async () => {
    const acuse = await findAcusePropio(titular.ctx, titular.ctx.actor.titularId, folio, 'REGISTRO');
    if (!acuse) throw new Error('not found');
    expect(await verifyAcuse(escenario.ctx, acuse, null, { isRecorded: false })).toMatchObject({ fallas: [] });
    expect(await count('ACUSE_VERIFICADO')).toBe(0);
  });
});
