import { verify, X509Certificate } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { renderAcuse } from '#infra/pdf/render-acuse.ts';
import { downloadAcuse } from '#tramites/acuse/download-acuse.ts';
import { findAcuseDeFolio } from '#tramites/acuse/find-acuse-verificable.ts';
import { printAcuse } from '#tramites/acuse/print-acuse.ts';
import { verifyAcuse } from '#tramites/acuse/verify-acuse.ts';
import { endRepresentacion, settleRepresentaciones } from '#tramites/representacion/end-representacion.ts';
import { signRepresentacion } from '#tramites/representacion/sign-representacion.ts';
import { findRepresentacion } from '#tramites/vigencia/find-representacion.ts';
import { actuar } from '../../support/actuar.ts';
import { hasOpenssl } from '../../support/efirma/openssl-ocsp.ts';
import { createEscenario, type Escenario, type Titular } from '../../support/escenario.ts';
import { runLeeme, unpackEvidencia } from '../../support/evidencia.ts';
import { designar, firmaDe, firmarDesignacion, proponer } from '../../support/representar.ts';
import { testDb } from '../../support/test-db.ts';

const MINUTE_MS = 60_000;
const MORAL = 'EKU9003173C9';
const OTRA = 'MEGL920721K30';

let escenario: Escenario;
let titular: Titular;
let representante: Titular;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter(MORAL);
  representante = await escenario.enter();
});

const rep = () => representante.ctx.actor.rfc;
const propose = () => proponer(titular, rep());
const situacion = async (folio: string) => (await findRepresentacion(titular.ctx.db, titular.ctx, folio))?.situacion;

async function expectNothing(folio: string): Promise<void> {
  expect(await situacion(folio)).toBe('PROPUESTA');
  expect(await escenario.db.firmaDeRepresentacion.count()).toBe(0);
  expect(await escenario.db.acuse.count()).toBe(0);
}

describe('two e.firmas over one designation', () => {
  it('in two sessions: both signatures are over identical bytes, and there is one acuse with both names', async () => {
    const folio = await designar(titular, representante);
    const { cadenaOriginal, firmas } = await escenario.db.representacion.findUniqueOrThrow({
      where: { folio },
      include: { firmas: { include: { certificado: true, consultaOcsp: true } } },
    });
    expect(firmas).toHaveLength(2);
    for (const { firma, certificado, consultaOcsp } of firmas) {
      const { publicKey } = new X509Certificate(certificado.der);
      expect(verify('RSA-SHA256', Buffer.from(cadenaOriginal), publicKey, firma)).toBe(true);
      expect(consultaOcsp.resultado).toBe('BUENO');
    }
    expect(await escenario.db.primeraFirma.count()).toBe(0);
    const acuses = await escenario.db.acuse.findMany();
    expect(acuses.map(({ tipo }) => tipo)).toEqual(['REPRESENTACION']);
    for (const named of [MORAL, rep(), ...firmas.map(({ certificado }) => certificado.serie)])
      expect(acuses[0]?.cadenaOriginal).toContain(named);
  });

  it('in one session, in either order', async () => {
    for (const [first, second] of [
      [titular, representante],
      [representante, titular],
    ] as const) {
      const folio = await propose();
      expect(await firmarDesignacion(titular.ctx, first.efirma, folio)).toEqual({
        ok: true,
        value: { folio, isVigente: false },
      });
      await firmarDesignacion(titular.ctx, second.efirma, folio);
      expect(await situacion(folio)).toBe('VIGENTE');
      await endRepresentacion(titular.ctx, folio);
    }
  });

  it('the acuse is of both, also when it has ended, and of nobody else', async () => {
    const folio = await designar(titular, representante);
    const download = async ({ ctx }: Pick<Titular, 'ctx'>) =>
      (await downloadAcuse({ ...ctx, renderAcuse, esDemo: true }, folio, 'REPRESENTACION'))?.situacion;
    const deOtro = await designar(await escenario.enter(OTRA), representante);
    expect([await download(titular), await download(representante)]).toEqual(['LISTO', 'LISTO']);
    expect(await download({ ctx: await actuar(representante, deOtro) })).toBeUndefined();
    await endRepresentacion(titular.ctx, folio);
    expect(await download(representante)).toBe('LISTO');
    expect(await download(await escenario.enter(OTRA))).toBeUndefined();
    expect(await escenario.db.bitacora.count({ where: { evento: 'ACUSE_DESCARGADO', folio } })).toBe(3);
  });

  it('asks the revocation service again for who signed first', async () => {
    const folio = await propose();
    await firmarDesignacion(titular.ctx, titular.efirma, folio);
    const before = escenario.ocspCalls();
    await firmarDesignacion(representante.ctx, representante.efirma, folio);
    expect(escenario.ocspCalls()).toBe(before + 2);
  });

  it('a representative who has never signed in signs in the session of the titular', async () => {
    const efirma = await escenario.autoridad.issue({ rfc: OTRA });
    const folio = await proponer(titular, OTRA);
    await firmarDesignacion(titular.ctx, titular.efirma, folio);
    expect(await escenario.db.titular.count({ where: { rfc: OTRA } })).toBe(0);
    await firmarDesignacion(titular.ctx, efirma, folio);
    expect(await situacion(folio)).toBe('VIGENTE');
    expect(await escenario.db.titular.count({ where: { rfc: OTRA } })).toBe(1);
  });

  it.skipIf(!hasOpenssl)(
    'have evidence whose every command is right, and an acuse that verifies (skipped without openssl)',
    async () => {
      const folio = await designar(titular, representante);
      const acuse = await findAcuseDeFolio(escenario.ctx, folio as never, 'REPRESENTACION');
      if (!acuse) throw new Error('no acuse');
      expect(await verifyAcuse(escenario.ctx, acuse, null)).toMatchObject({
        fallas: [],
        estadoActual: { de: 'REPRESENTACION', estado: 'VIGENTE' },
      });
      await printAcuse({ ...escenario.ctx, renderAcuse, esDemo: true }, acuse.id);
      const { dir, names } = await unpackEvidencia(escenario.ctx, titular.ctx.actor.titularId, folio, 'REPRESENTACION');
      expect(names).toEqual(
        expect.arrayContaining(['firma-1.p7s', 'firma-2.p7s', 'representacion-cadena-original.txt']),
      );
      // The answers of this revocation service are no answers of any.
      const ran = runLeeme(dir).filter(({ comando }) => !comando.startsWith('openssl ocsp'));
      expect(ran.filter(({ status }) => status !== 0)).toEqual([]);
      expect(ran.filter(({ comando }) => comando.startsWith('openssl cms') && comando.includes('firma-'))).toHaveLength(
        2,
      );
      const covered = await unpackEvidencia(escenario.ctx, titular.ctx.actor.titularId, folio, 'REPRESENTACION', false);
      expect(covered.names.filter((name) => /p7s$|firmante|ocsp/.test(name))).toEqual(['sello-del-documento.p7s']);
    },
  );
});

describe('what one alone signed', () => {
  it('is nowhere when its 30 minutes have passed, and the proposal waits as before', async () => {
    const folio = await propose();
    await firmarDesignacion(titular.ctx, titular.efirma, folio);
    expect(await situacion(folio)).toBe('PRIMERA_FIRMA');
    const late = await firmaDe(representante.ctx, representante.efirma, folio);
    escenario.advance(4 * MINUTE_MS);
    const { venceEn } = await escenario.db.primeraFirma.findFirstOrThrow();
    escenario.setNow(new Date(venceEn.getTime() - 1));
    expect(await situacion(folio)).toBe('PRIMERA_FIRMA');
    escenario.setNow(new Date(venceEn.getTime() + 1000));
    await expectNothing(folio);
    await settleRepresentaciones({ ...escenario.ctx, actor: { tipo: 'SISTEMA' } });
    expect(await escenario.db.primeraFirma.count()).toBe(0);
    await expectNothing(folio);
    expect(await signRepresentacion(representante.ctx, late)).toEqual({ ok: false, error: 'CHALLENGE_VENCIDO' });
  });

  it('does not make a second out of the first that comes too late: that one begins anew', async () => {
    const folio = await propose();
    await firmarDesignacion(titular.ctx, titular.efirma, folio);
    escenario.advance(30 * MINUTE_MS + 1000);
    const again = await escenario.enter();
    expect(await firmarDesignacion(again.ctx, again.efirma, folio)).toMatchObject({ value: { isVigente: false } });
    expect(await escenario.db.primeraFirma.findFirstOrThrow()).toMatchObject({ lado: 'REPRESENTANTE' });
  });

  it('goes when its e.firma is revoked meanwhile, and the second is told', async () => {
    const folio = await propose();
    await firmarDesignacion(titular.ctx, titular.efirma, folio);
    const second = await firmaDe(representante.ctx, representante.efirma, folio);
    const { huella } = await escenario.db.certificado.findFirstOrThrow({ where: { titular: { rfc: MORAL } } });
    await escenario.db.certificadoRevocado.create({
      data: { huella, respuesta: new Uint8Array([1]), consultadaEn: escenario.ctx.now() },
    });
    expect(await signRepresentacion(representante.ctx, second)).toEqual({
      ok: false,
      error: 'PRIMERA_FIRMA_SIN_EFECTO',
    });
    expect(await escenario.db.primeraFirma.count()).toBe(0);
    await expectNothing(folio);
  });

  it('is no evidence and is of nobody’s certificates', async () => {
    const efirma = await escenario.autoridad.issue({ rfc: OTRA });
    const folio = await proponer(titular, OTRA);
    await firmarDesignacion(titular.ctx, efirma, folio);
    expect(await escenario.db.certificado.count({ where: { titular: { rfc: OTRA } } })).toBe(0);
    await endRepresentacion(titular.ctx, folio);
    expect(await escenario.db.primeraFirma.count()).toBe(0);
  });
});

describe('however often it is pressed', () => {
  it('twenty second signatures at once are one', async () => {
    const folio = await propose();
    await firmarDesignacion(titular.ctx, titular.efirma, folio);
    const inputs: Awaited<ReturnType<typeof firmaDe>>[] = [];
    for (let i = 0; i < 20; i++) inputs.push(await firmaDe(representante.ctx, representante.efirma, folio));
    const results = await Promise.all(inputs.map((input) => signRepresentacion(representante.ctx, input)));
    expect(results.some(({ ok }) => ok)).toBe(true);
    expect(await escenario.db.firmaDeRepresentacion.count()).toBe(2);
    expect(await escenario.db.acuse.count()).toBe(1);
    expect(await situacion(folio)).toBe('VIGENTE');
  });

  it('both at once never leave half of it', async () => {
    const folio = await propose();
    const inputs = [
      await firmaDe(titular.ctx, titular.efirma, folio),
      await firmaDe(representante.ctx, representante.efirma, folio),
    ] as const;
    const results = await Promise.all([
      signRepresentacion(titular.ctx, inputs[0]),
      signRepresentacion(representante.ctx, inputs[1]),
    ]);
    const firmas = await escenario.db.firmaDeRepresentacion.count();
    expect([0, 2]).toContain(firmas);
    expect((await escenario.db.primeraFirma.count()) + firmas).toBe(firmas === 2 ? 2 : 1);
    for (const result of results) if (!result.ok) expect(result.error).toBe('FIRMA_SIMULTANEA');
  });
});
