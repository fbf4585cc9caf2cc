import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { TipoDeAcuse } from '#domain/acuse/tipo-de-acuse.ts';
import { renderAcuse } from '#infra/pdf/render-acuse.ts';
import { printAcuse } from '#tramites/acuse/print-acuse.ts';
import { buildToken } from '#tramites/enlace/enlace-de-correo.ts';
import { registerMedioDeContacto } from '#tramites/medio-de-contacto/register-medio-de-contacto.ts';
import { removeMedioDeContacto } from '#tramites/medio-de-contacto/remove-medio-de-contacto.ts';
import { removeRegistrosDeMedio } from '#tramites/medio-de-contacto/remove-registros-de-medio.ts';
import { validateCorreo } from '#tramites/medio-de-contacto/validate-correo.ts';
import { presentar } from '../../support/aclaraciones.ts';
import { alterarDatos } from '../../support/alterar-datos.ts';
import { hasOpenssl } from '../../support/efirma/openssl-ocsp.ts';
import { createEscenario, type Escenario, type Titular } from '../../support/escenario.ts';
import { runLeeme, unpackEvidencia } from '../../support/evidencia.ts';
import { addRegistros } from '../../support/padron.ts';
import { registerForRegistros } from '../../support/registros.ts';
import { testDb } from '../../support/test-db.ts';

let escenario: Escenario;
let titular: Titular;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter();
});

async function register(): Promise<string> {
  const medio = { mecanismo: 'CORREO_ELECTRONICO', valor: 'ana@correo.example', peticionId: randomUUID() } as const;
  return folioOf(await registerMedioDeContacto(titular.ctx, medio));
}

async function registerForAll(): Promise<{ folio: string; numeros: string[] }> {
  const numeros = await addRegistros(escenario.db, titular.ctx.actor.titularId, 3);
  return { folio: folioOf(await registerForRegistros(titular, 'nomina@correo.example', 'todos')), numeros };
}

async function validate(folio: string): Promise<void> {
  const medio = await escenario.db.medioDeContacto.findUniqueOrThrow({ where: { folio } });
  folioOf(await validateCorreo(escenario.ctx, buildToken(escenario.ctx.claves, medio) ?? ''));
}

async function remove(folio: string): Promise<void> {
  escenario.advance(1000);
  expect((await removeMedioDeContacto(titular.ctx, folio)).ok).toBe(true);
}

function folioOf(result: { ok: true; value: { folio: string } } | { ok: false; error: string }): string {
  if (!result.ok) throw new Error(result.error);
  return result.value.folio;
}

/** Its evidence with the issued PDF, after every command of `LEEME.txt` has run. */
async function check(folio: string, tipo: TipoDeAcuse) {
  const { id } = await escenario.db.acuse.findUniqueOrThrow({ where: { folio_tipo: { folio, tipo } } });
  await printAcuse({ ...escenario.ctx, renderAcuse, esDemo: true }, id);
  const { dir, names } = await unpackEvidencia(escenario.ctx, titular.ctx.actor.titularId, folio, tipo);
  const ran = runLeeme(dir);
  expect(ran.filter(({ status }) => status !== 0)).toEqual([]);
  const printed = ran.map(({ salida }) => salida).join('\n');
  expect(printed).toContain('Verified OK');
  expect(printed).toContain('CAdES Verification successful');
  expect(readFileSync(join(dir, 'cadena-original.txt'), 'utf8')).toContain(folio);
  return { dir, names, printed };
}

const DE_TODOS = [
  'LEEME.txt',
  'acuse.pdf',
  'cadena-original.txt',
  'certificado-del-documento.pem',
  'certificado-del-sello.pem',
  'sello-del-documento.p7s',
  'sello.sig',
];

/** As `openssl dgst` prints it. */
const huellaDe = (numeros: string[]) =>
  createHash('sha256')
    .update(numeros.map((numero) => `${numero}\n`).join(''))
    .digest('hex');

// That of a solicitud, with a revocation service that answers: collect-evidencia.test.ts.
describe.skipIf(!hasOpenssl)('every command of LEEME.txt is right (skipped without openssl)', () => {
  it('of a registro, its validación and its baja', async () => {
    const folio = await register();
    await validate(folio);
    await remove(folio);
    for (const tipo of ['REGISTRO', 'VALIDACION', 'BAJA'] as const)
      expect((await check(folio, tipo)).names).toEqual(DE_TODOS);
  });

  it('of the same for registros patronales: each has those that it certified', async () => {
    const { folio, numeros } = await registerForAll();
    const [uno = '', ...demas] = numeros;
    await validate(folio);
    escenario.advance(1000);
    const baja = folioOf(await removeRegistrosDeMedio(titular.ctx, { folio, numeros: [uno] }));
    await remove(folio);
    const amparados: [string, TipoDeAcuse, string[]][] = [
      [folio, 'REGISTRO', numeros],
      [folio, 'VALIDACION', numeros],
      [baja, 'BAJA', [uno]],
      [folio, 'BAJA', demas],
    ];
    for (const [of, tipo, esperados] of amparados) {
      const { names, printed } = await check(of, tipo);
      expect(names).toEqual([...DE_TODOS, 'registros-patronales.txt'].sort());
      expect(printed).toContain(huellaDe(esperados));
    }
  });

  it('of an aclaración', async () => {
    const { names } = await check(await presentar(titular), 'ACLARACION');
    expect(names).toContain('planteamiento.txt');
  });

  it('where the registros were altered they do not agree, and the evidence is given all the same', async () => {
    const { folio, numeros } = await registerForAll();
    await alterarDatos(
      'DELETE FROM alcance_de_medio WHERE registro_patronal_id = (SELECT min(id) FROM registro_patronal)',
    );
    const { dir } = await unpackEvidencia(escenario.ctx, titular.ctx.actor.titularId, folio, 'REGISTRO');
    const printed = runLeeme(dir)
      .map(({ salida }) => salida)
      .join('\n');
    expect(printed).not.toContain(huellaDe(numeros));
    expect(printed).toContain('Verified OK');
  });
});
