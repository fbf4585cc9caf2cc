import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { renderAcuse } from '#infra/pdf/render-acuse.ts';
import { printAcuse } from '#tramites/acuse/print-acuse.ts';
import { registerMedioDeContacto } from '#tramites/medio-de-contacto/register-medio-de-contacto.ts';
import { isPdf, readSelloEnNavegador } from '#ui/verificar/sello-en-navegador.ts';
import { createEscenario } from '../../support/escenario.ts';
import { testDb } from '../../support/test-db.ts';

it('a browser finds the seal in an issued document, and none where a byte was changed', async () => {
  const escenario = await createEscenario(await testDb());
  const { ctx } = await escenario.enter();
  const medio = { mecanismo: 'CORREO_ELECTRONICO', valor: 'ana@correo.example', peticionId: randomUUID() } as const;
  await registerMedioDeContacto(ctx, medio);
  const { id } = await escenario.db.acuse.findFirstOrThrow();
  const pdf = await printAcuse({ ...ctx, renderAcuse, esDemo: true }, id);
  expect(isPdf(Uint8Array.from(pdf))).toBe(true);
  expect(await readSelloEnNavegador(Uint8Array.from(pdf))).toBe(escenario.ctx.sello.huella);
  const { length } = pdf;
  for (const at of [
    20,
    1000,
    length - 20,
    pdf.lastIndexOf('/ByteRange [') + 15,
    pdf.lastIndexOf('/Contents <') + 300,
  ]) {
    const altered = Uint8Array.from(pdf);
    altered[at] = (altered[at] ?? 0) ^ 1;
    expect(await readSelloEnNavegador(altered), `byte ${at}`).toBeNull();
  }
  for (const bytes of [new Uint8Array(), Uint8Array.from([0x89, 0x50, 0x4e, 0x47])]) {
    expect(isPdf(bytes)).toBe(false);
    expect(await readSelloEnNavegador(bytes)).toBeNull();
  }
  expect(await readSelloEnNavegador(Uint8Array.from([...pdf, 0x0a]))).toBeNull();
});
