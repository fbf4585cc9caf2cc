import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createSelloDePdf } from '#infra/pades/create-sello-de-pdf.ts';
import { verifyBitacora } from '#tramites/bitacora/verify-bitacora.ts';
import { findPlazoDeRenovacion } from '#tramites/registro/select-selladas.ts';
import { verifyRenovaciones } from '#tramites/registro/verify-renovaciones.ts';
import { alterarDatos } from '../../support/alterar-datos.ts';
import { makeTempDir } from '../../support/efirma/autoridad-de-prueba.ts';
import { hasOpenssl } from '../../support/efirma/openssl-ocsp.ts';
import { runLeeme } from '../../support/evidencia.ts';
import { makeSello } from '../../support/sello-de-prueba.ts';
import { openPortalPorAnios, YEAR } from '../../support/tsa/portal-por-anios.ts';
import { makeTsaDe } from '../../support/tsa/tsa-de-otro-tiempo.ts';

const EXTENSIONES = ['txt', 'der', 'prueba'];

const tsas = {
  primera: makeTsaDe('Primera TSA', { desde: -1, hasta: 11 }),
  segunda: makeTsaDe('Segunda TSA', { desde: 9, hasta: 22 }),
  tercera: makeTsaDe('Tercera TSA', { desde: 20, hasta: 40 }, 'sha512'),
};
const ajena = makeTsaDe('TSA en la que nadie confía', { desde: -1, hasta: 40 }, 'sha512');

describe.skipIf(!hasOpenssl)(
  'after thirty years, three TSAs, two sellos and an algorithm become weak (skipped without openssl)',
  () => {
    let portal: Awaited<ReturnType<typeof openPortalPorAnios>>;
    let folios: string[];
    let alPrincipio: string;
    let evidencia: string;

    beforeAll(async () => {
      portal = await openPortalPorAnios(Object.values(tsas));
      const { ctx, useTsa, register, walkTo, unpack } = portal;
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
      for (const [index, renovaciones] of [2, 1, 1].entries()) {
        const dir = await portal.unpack(folios[index] as string);
        const { status, said } = portal.verify(dir);
        expect(said).toMatch(/Todo se sostiene\..*\n$/);
        expect(status).toBe(0);
        expect(said).toMatch(
          new RegExp(
            `Estaba ahí el .* ${2027 + index * 9} GMT según un tercero; sellos que lo renovaron a tiempo: ${renovaciones}\\.`,
          ),
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
      expect(await portal.db.hojaDeRenovacion.count({ where: { acuseId: { not: null } } })).toBe(3);
      // The third TSA is good for forty years from 2026: whoever watches the portal is told of ten more.
      expect((await findPlazoDeRenovacion({ ...portal.ctx, db: portal.db }))?.getUTCFullYear()).toBe(2066);
    });

    it('what was downloaded in the first year holds as long as its TSA, and says then what to do', () => {
      expect(portal.verify(alPrincipio, new Date(portal.inicio + 10 * YEAR)).status).toBe(0);
      expect(portal.verify(alPrincipio)).toMatchObject({
        status: 1,
        said: expect.stringContaining('descarga otra vez'),
      });
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
            ajena.sign(sha512(archivo('tiempo-3.txt')), new Date(portal.inicio + 21 * YEAR)),
          ),
      ],
      [
        'a stamp that came when the one before had expired',
        (archivo) =>
          writeFileSync(
            archivo('tiempo-3.der'),
            tsas.tercera.sign(sha512(archivo('tiempo-3.txt')), new Date(portal.inicio + 23 * YEAR)),
          ),
      ],
      [
        'a stamp under the algorithm that is weak',
        (archivo) => {
          const sha256 = createHash('sha256')
            .update(readFileSync(archivo('tiempo-3.txt')))
            .digest();
          writeFileSync(archivo('tiempo-3.der'), tsas.tercera.sign(sha256, new Date(portal.inicio + 21 * YEAR)));
        },
      ],
      ['two stamps in each other’s place', (archivo) => swap(archivo('tiempo-1.der'), archivo('tiempo-2.der'))],
      ['two texts in each other’s place', (archivo) => swap(archivo('tiempo-2.txt'), archivo('tiempo-3.txt'))],
      ['two proofs in each other’s place', (archivo) => swap(archivo('tiempo-1.prueba'), archivo('tiempo-3.prueba'))],
      [
        'another certificate of a sello',
        (archivo) => writeFileSync(archivo('certificado-del-sello.pem'), '\n', { flag: 'a' }),
      ],
    ])('the script refuses %s', { timeout: 60_000 }, (_, change) => {
      expect(portal.verify(alter(change))).toMatchObject({
        status: 1,
        said: expect.stringContaining('NO SE SOSTIENE'),
      });
    });

    it('the script refuses what renewed another acuse', async () => {
      const otra = await portal.unpack(folios[1] as string);
      for (const name of ['tiempo-1.prueba', 'tiempo-2.prueba', 'tiempo-1.txt'])
        expect(portal.verify(alter((archivo) => copyFileSync(join(otra, name), archivo(name)))).status, name).toBe(1);
    });

    it('the bitácora is whole, and bitacora:verificar finds each column of what renews that was changed, and what was taken out', {
      timeout: 300_000,
    }, async () => {
      expect(await verifyRenovaciones(portal.db)).toBe(true);
      expect((await verifyBitacora(portal.ctx)).ok).toBe(true);
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
        `UPDATE hoja_de_renovacion SET acuse_id = NULL, dias = '{2030-01-01}' ${cual}`,
        `UPDATE hoja_de_renovacion SET algoritmo = 'sha256' ${cual}`,
        "DELETE FROM hoja_de_renovacion WHERE algoritmo = 'sha256' AND posicion = 3",
        'UPDATE ancla_de_bitacora SET renovaciones = renovaciones - 1 WHERE dia = (SELECT max(dia) FROM ancla_de_bitacora)',
        "UPDATE ancla_de_bitacora SET raiz_de_renovaciones = repeat('a', 128) WHERE dia = (SELECT max(dia) FROM ancla_de_bitacora)",
      ]) {
        await alterarDatos(change);
        expect.soft(await verifyRenovaciones(portal.db), change).toBe(false);
        await alterarDatos(
          'TRUNCATE hoja_de_renovacion',
          'INSERT INTO hoja_de_renovacion SELECT * FROM copia',
          'UPDATE ancla_de_bitacora AS a SET renovaciones = c.renovaciones, raiz_de_renovaciones = c.raiz_de_renovaciones FROM copia_de_anclas AS c WHERE c.dia = a.dia',
        );
      }
      await alterarDatos('DROP TABLE copia, copia_de_anclas');
      expect(await verifyRenovaciones(portal.db)).toBe(true);
    });
  },
);

function remove(archivo: (name: string) => string, numero: number): void {
  for (const ext of EXTENSIONES) rmSync(archivo(`tiempo-${numero}.${ext}`));
}

function swap(uno: string, otro: string): void {
  const [one, other] = [readFileSync(uno), readFileSync(otro)];
  writeFileSync(uno, other);
  writeFileSync(otro, one);
}
