import { spawnSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { chmodSync, copyFileSync, cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSelloDePdf } from '#infra/pades/create-sello-de-pdf.ts';
import { renderAcuse } from '#infra/pdf/render-acuse.ts';
import { printAcuse } from '#tramites/acuse/print-acuse.ts';
import { anchorBitacora, stampAnclas } from '#tramites/bitacora/anchor-bitacora.ts';
import { chainBitacora } from '#tramites/bitacora/chain-bitacora.ts';
import { verifyBitacora } from '#tramites/bitacora/verify-bitacora.ts';
import { registerMedioDeContacto } from '#tramites/medio-de-contacto/register-medio-de-contacto.ts';
import { addRenovaciones } from '#tramites/registro/add-renovaciones.ts';
import { alterarDatos } from '../../support/alterar-datos.ts';
import { makeTempDir } from '../../support/efirma/autoridad-de-prueba.ts';
import { hasOpenssl } from '../../support/efirma/openssl-ocsp.ts';
import { createEscenario, type Escenario, type Titular } from '../../support/escenario.ts';
import { runLeeme, unpackEvidencia } from '../../support/evidencia.ts';
import { makeSello } from '../../support/sello-de-prueba.ts';
import { testDb } from '../../support/test-db.ts';
import { verifyBy } from '../../support/tsa/make-token.ts';
import { makeTsaDe, type TsaDe } from '../../support/tsa/tsa-de-otro-tiempo.ts';

const DAY = 86_400_000;
const YEAR = 365.25 * DAY;
const EXTENSIONES = ['txt', 'der', 'prueba'];

const tsas = {
  primera: makeTsaDe('Primera TSA', { desde: -1, hasta: 11 }),
  segunda: makeTsaDe('Segunda TSA', { desde: 9, hasta: 22 }),
  tercera: makeTsaDe('Tercera TSA', { desde: 20, hasta: 40 }, 'sha512'),
};
const ajena = makeTsaDe('TSA en la que nadie confía', { desde: -1, hasta: 40 }, 'sha512');

let escenario: Escenario;
let titular: Titular;
let inicio: number;

/** A portal that has no TSA yet, and whose titular has come in. */
async function open(): Promise<void> {
  escenario = await createEscenario(await testDb());
  const { ctx } = escenario;
  inicio = ctx.now().getTime();
  ctx.verifySelloDeTiempo = verifyBy(...Object.values(tsas).map(({ raiz }) => raiz));
  titular = await escenario.enter();
}

function useTsa(tsa: TsaDe | null): void {
  const { ctx } = escenario;
  ctx.stampTime = tsa?.stampTimeOf(ctx.verifySelloDeTiempo, ctx.now) ?? null;
}

async function register(valor: string): Promise<string> {
  const medio = { mecanismo: 'CORREO_ELECTRONICO', valor, peticionId: randomUUID() } as const;
  const { sello, selloDePdf } = escenario.ctx;
  const result = await registerMedioDeContacto({ ...titular.ctx, sello, selloDePdf }, medio);
  if (!result.ok) throw new Error(result.error);
  const { folio } = result.value;
  const { id } = await escenario.db.acuse.findUniqueOrThrow({ where: { folio_tipo: { folio, tipo: 'REGISTRO' } } });
  await printAcuse({ ...escenario.ctx, renderAcuse, esDemo: true }, id);
  return folio;
}

/** What the worker does when a day has ended; the days that none saw end have their anchor with it. */
async function work(): Promise<void> {
  await chainBitacora(escenario.ctx);
  await addRenovaciones(escenario.ctx);
  await anchorBitacora(escenario.ctx);
  await stampAnclas(escenario.ctx);
}

/** Half a year at a time, until so many years after the first day. */
async function walkTo(years: number): Promise<void> {
  while (escenario.ctx.now().getTime() - inicio < years * YEAR) {
    escenario.advance(182 * DAY);
    await work();
  }
}

async function unpack(folio: string): Promise<string> {
  const { dir } = await unpackEvidencia(escenario.ctx, titular.ctx.actor.titularId, folio, 'REGISTRO');
  copyFileSync('public/verificar.sh', join(dir, 'verificar.sh'));
  return dir;
}

let bin: string | undefined;

/** By openssl and the script alone, with `date` at the hour of the test. */
function run(dir: string, at = escenario.ctx.now()) {
  bin ??= makeTempDir();
  writeFileSync(join(bin, 'date'), `#!/bin/sh\necho ${Math.floor(at.getTime() / 1000)}\n`);
  chmodSync(join(bin, 'date'), 0o755);
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` };
  const { status, stdout, stderr } = spawnSync('sh', [join(dir, 'verificar.sh')], { encoding: 'utf8', env });
  return { status, said: stdout + stderr };
}

describe.skipIf(!hasOpenssl)('after thirty years, three TSAs, two sellos and an algorithm that became weak', () => {
  let folios: string[];
  let alPrincipio: string;
  let evidencia: string;

  beforeAll(async () => {
    await open();
    const { ctx } = escenario;
    useTsa(tsas.primera);
    folios = [await register('ana@correo.example')];
    await walkTo(1);
    alPrincipio = await unpack(folios[0] as string);
    await walkTo(9);
    ctx.sello = makeSello({ now: ctx.now() });
    ctx.selloDePdf = createSelloDePdf(ctx.sello, null);
    useTsa(tsas.segunda);
    folios.push(await register('otra@correo.example'));
    await walkTo(18);
    ctx.algoritmo = 'sha512';
    folios.push(await register('ultima@correo.example'));
    await walkTo(20);
    useTsa(tsas.tercera);
    await walkTo(30);
    evidencia = await unpack(folios[0] as string);
  }, 600_000);

  /** A copy of the evidence in which somebody did something. */
  function alter(change: (archivo: (name: string) => string) => void): string {
    const copia = mkdtempSync(join(makeTempDir(), 'copia-'));
    cpSync(evidencia, copia, { recursive: true });
    change((name) => join(copia, name));
    return copia;
  }

  it('each acuse is shown to have been there since its own time, and its issued bytes are the same', async () => {
    for (const [index, renovaciones] of [2, 2, 1].entries()) {
      const dir = await unpack(folios[index] as string);
      const { status, said } = run(dir);
      expect(said).toMatch(/Todo se sostiene\..*\n$/);
      expect(status).toBe(0);
      expect(said).toMatch(
        new RegExp(`Estaba ahí el .* ${2027 + index * 9} GMT según un tercero, con ${renovaciones} `),
      );
    }
    const names = ['acuse.pdf', 'cadena-original.txt', 'sello.sig', 'certificado-del-sello.pem', 'tiempo-1.der'];
    for (const name of names)
      expect(readFileSync(join(evidencia, name)).equals(readFileSync(join(alPrincipio, name))), name).toBe(true);
    expect(runLeeme(evidencia).filter(({ status }) => status !== 0)).toEqual([]);
  });

  it('one stamp a day was asked for all, and the last is under the other algorithm', async () => {
    expect(readFileSync(join(evidencia, 'tiempo-2.txt'), 'utf8')).toMatch(/^raiz_de_renovaciones=64:/m);
    expect(readFileSync(join(evidencia, 'tiempo-3.txt'), 'utf8')).toMatch(/^raiz_de_renovaciones=128:/m);
    expect(await escenario.db.hojaDeRenovacion.count({ where: { acuseId: { not: null } } })).toBe(3);
  });

  it('what was downloaded in the first year holds as long as its TSA, and says then what to do', () => {
    expect(run(alPrincipio, new Date(inicio + 10 * YEAR)).status).toBe(0);
    expect(run(alPrincipio)).toMatchObject({ status: 1, said: expect.stringContaining('descarga otra vez') });
  });

  const sha512 = (path: string) => createHash('sha512').update(readFileSync(path)).digest();

  it.each<[string, (archivo: (name: string) => string) => void]>([
    ['the last renewal taken away', (archivo) => remove(archivo, 3)],
    ['one between taken away', (archivo) => remove(archivo, 2)],
    [
      'one between taken away, and the last in its place',
      (archivo) => EXTENSIONES.map((ext) => renameSync(archivo(`tiempo-3.${ext}`), archivo(`tiempo-2.${ext}`))),
    ],
    [
      'a stamp by one who is none of the authorities',
      (archivo) =>
        writeFileSync(
          archivo('tiempo-3.der'),
          ajena.sign(sha512(archivo('tiempo-3.txt')), new Date(inicio + 21 * YEAR)),
        ),
    ],
    [
      'a stamp that came when the one before had expired',
      (archivo) =>
        writeFileSync(
          archivo('tiempo-3.der'),
          tsas.tercera.sign(sha512(archivo('tiempo-3.txt')), new Date(inicio + 23 * YEAR)),
        ),
    ],
    [
      'a stamp under the algorithm that is weak',
      (archivo) => {
        const sha256 = createHash('sha256')
          .update(readFileSync(archivo('tiempo-3.txt')))
          .digest();
        writeFileSync(archivo('tiempo-3.der'), tsas.tercera.sign(sha256, new Date(inicio + 21 * YEAR)));
      },
    ],
    ['two stamps in each other’s place', (archivo) => swap(archivo('tiempo-1.der'), archivo('tiempo-2.der'))],
    ['two texts in each other’s place', (archivo) => swap(archivo('tiempo-2.txt'), archivo('tiempo-3.txt'))],
    ['two proofs in each other’s place', (archivo) => swap(archivo('tiempo-1.prueba'), archivo('tiempo-3.prueba'))],
    [
      'another certificate of a sello',
      (archivo) => writeFileSync(archivo('certificado-del-sello.pem'), '\n', { flag: 'a' }),
    ],
  ])('the script refuses %s', { timeout: 30_000 }, (_, change) => {
    expect(run(alter(change))).toMatchObject({ status: 1, said: expect.stringContaining('NO SE SOSTIENE') });
  });

  it('the script refuses what renewed another acuse', async () => {
    const otra = await unpack(folios[1] as string);
    for (const name of ['tiempo-1.prueba', 'tiempo-3.prueba', 'tiempo-1.txt'])
      expect(run(alter((archivo) => copyFileSync(join(otra, name), archivo(name)))).status, name).toBe(1);
  });

  it('bitacora:verificar finds each column of what renews that was changed, and what was taken out', {
    timeout: 120_000,
  }, async () => {
    expect((await verifyBitacora(escenario.ctx)).ok).toBe(true);
    await alterarDatos(
      'CREATE TABLE copia AS SELECT * FROM hoja_de_renovacion',
      'CREATE TABLE copia_de_anclas AS SELECT * FROM ancla_de_bitacora',
    );
    const cual =
      "WHERE algoritmo = 'sha512' AND acuse_id IS NOT NULL AND posicion = (SELECT max(posicion) FROM copia WHERE acuse_id IS NOT NULL)";
    for (const change of [
      `UPDATE hoja_de_renovacion SET nodos = substr(nodos, 2) || '\\x00' ${cual}`,
      `UPDATE hoja_de_renovacion SET dias = dias[1:1] || '2030-01-01'::date ${cual}`,
      `UPDATE hoja_de_renovacion SET posicion = 100000 ${cual}`,
      `UPDATE hoja_de_renovacion SET acuse_id = NULL, dias = dias[1:1] ${cual}`,
      `UPDATE hoja_de_renovacion SET algoritmo = 'sha256' ${cual}`,
      "DELETE FROM hoja_de_renovacion WHERE algoritmo = 'sha256' AND posicion = 3",
      'UPDATE ancla_de_bitacora SET renovaciones = renovaciones - 1 WHERE dia = (SELECT max(dia) FROM ancla_de_bitacora)',
      "UPDATE ancla_de_bitacora SET raiz_de_renovaciones = repeat('a', 128) WHERE dia = (SELECT max(dia) FROM ancla_de_bitacora)",
    ]) {
      await alterarDatos(change);
      expect
        .soft(await verifyBitacora(escenario.ctx), change)
        .toMatchObject({ ok: false, error: { tipo: 'RENOVACION_CAMBIADA' } });
      await alterarDatos(
        'TRUNCATE hoja_de_renovacion',
        'INSERT INTO hoja_de_renovacion SELECT * FROM copia',
        'UPDATE ancla_de_bitacora AS a SET renovaciones = c.renovaciones, raiz_de_renovaciones = c.raiz_de_renovaciones FROM copia_de_anclas AS c WHERE c.dia = a.dia',
      );
    }
    await alterarDatos('DROP TABLE copia, copia_de_anclas');
    expect((await verifyBitacora(escenario.ctx)).ok).toBe(true);
  });
});

function remove(archivo: (name: string) => string, numero: number): void {
  for (const ext of EXTENSIONES) rmSync(archivo(`tiempo-${numero}.${ext}`));
}

function swap(uno: string, otro: string): void {
  const [one, other] = [readFileSync(uno), readFileSync(otro)];
  writeFileSync(uno, other);
  writeFileSync(otro, one);
}

describe.skipIf(!hasOpenssl)('where there was nobody to renew for years', () => {
  beforeEach(open);

  it('the acuse is shown to have been there since the next stamp, and no earlier', { timeout: 120_000 }, async () => {
    const folio = await register('ana@correo.example');
    useTsa(tsas.primera);
    await walkTo(1);
    useTsa(null);
    await walkTo(12);
    const sinTiempo = run(await unpack(folio));
    expect(sinTiempo.status).toBe(0);
    expect(sinTiempo.said).not.toContain('según un tercero');
    useTsa(tsas.segunda);
    await walkTo(13);
    const { status, said } = run(await unpack(folio));
    expect(said).toMatch(/Estaba ahí el .* 2039 GMT según un tercero, con 0 renovaciones/);
    expect(status).toBe(0);
  });

  it('no stamp is taken of a TSA that is not trusted', async () => {
    await register('ana@correo.example');
    useTsa(ajena);
    await walkTo(1);
    expect(await escenario.db.selloDeAncla.count()).toBe(0);
  });
});
