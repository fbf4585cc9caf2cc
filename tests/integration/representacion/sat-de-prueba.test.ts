import { createPrivateKey, createPublicKey } from 'node:crypto';
import { cpSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createVerificador } from '#infra/efirma/create-verificador.ts';
import { loadTrustStore } from '#infra/efirma/load-trust-store.ts';
import { endRepresentacion } from '#tramites/representacion/end-representacion.ts';
import { findSesion } from '#tramites/sesion/find-sesion.ts';
import { signIn } from '#tramites/sesion/sign-in.ts';
import { makeTempDir } from '../../support/carpeta-temporal.ts';
import { hasSatDePrueba, readSat, SAT_AC_DE_PRUEBA, SAT_SKIP_REASON } from '../../support/efirma/sat-de-prueba.ts';
import { answerChallenge, createEscenario, type Titular } from '../../support/escenario.ts';
import { designar, firmarDesignacion, proponer } from '../../support/representar.ts';
import { testDb } from '../../support/test-db.ts';
import { verifyWithOpenssl } from '../../support/verificar-con-openssl.ts';

const EKU = 'EKU9003173C9';
const CONTRASENA = '12345678a';

/** A portal that trusts the SAT's test authorities and its own, where EKU9003173C9 and a persona física have signed in. */
async function enterBoth() {
  const escenario = await createEscenario(await testDb());
  const acDir = makeTempDir();
  for (const dir of [SAT_AC_DE_PRUEBA, escenario.autoridad.acDir]) cpSync(dir, acDir, { recursive: true });
  escenario.ctx.efirma = createVerificador(loadTrustStore(acDir));
  const representante = await escenario.enter();
  const key = new Uint8Array(readSat(`${EKU}/${EKU}.key`));
  const privateKey = createPrivateKey({ key: Buffer.from(key), format: 'der', type: 'pkcs8', passphrase: CONTRASENA });
  const cer = new Uint8Array(readSat(`${EKU}/${EKU}.cer`));
  const llaves = { privateKey, publicKey: createPublicKey(privateKey) };
  const efirma = { cer, key, contrasena: CONTRASENA, serie: '30001000000500003415', llaves };
  const ingreso = await signIn(escenario.ctx, await answerChallenge(escenario.ctx, efirma, EKU));
  if (!ingreso.ok) throw new Error(ingreso.error);
  const actor = await findSesion(escenario.ctx, ingreso.value.sesionId);
  if (!actor) throw new Error('the session is not there');
  const titular: Titular = { ctx: { ...escenario.ctx, actor }, efirma };
  return { escenario, titular, representante };
}

describe.skipIf(!hasSatDePrueba)(
  `with the SAT's test e.firma of a persona moral (skipped when ${SAT_SKIP_REASON})`,
  () => {
    it('a designation is signed in two browsers and in one, and openssl verifies both signatures over the same bytes', async () => {
      const { escenario, titular, representante } = await enterBoth();
      const enDos = await designar(titular, representante);
      await endRepresentacion(titular.ctx, enDos);
      const enUno = await proponer(titular, representante.ctx.actor.rfc);
      for (const { efirma } of [titular, representante]) await firmarDesignacion(titular.ctx, efirma, enUno);

      const designaciones = await escenario.db.representacion.findMany({
        orderBy: { folio: 'asc' },
        include: { firmas: { orderBy: { lado: 'asc' }, include: { certificado: true } } },
      });
      expect(designaciones.map(({ folio, estado }) => [folio, estado])).toEqual([
        [enDos, 'REVOCADA'],
        [enUno, 'VIGENTE'],
      ]);
      for (const { cadenaOriginal, firmas } of designaciones) {
        expect(firmas.map(({ certificado }) => certificado.serie)).toContain('30001000000500003415');
        expect(firmas).toHaveLength(2);
        for (const { firma, certificado } of firmas)
          expect(verifyWithOpenssl({ cadenaOriginal, firma, certificado: certificado.der })).toContain('Verified OK');
      }
    });
  },
);
