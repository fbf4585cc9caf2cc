import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, copyFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { renderAcuse } from '#infra/pdf/render-acuse.ts';
import { printAcuse } from '#tramites/acuse/print-acuse.ts';
import { anchorBitacora, stampAnclas } from '#tramites/bitacora/anchor-bitacora.ts';
import { chainBitacora } from '#tramites/bitacora/chain-bitacora.ts';
import { registerMedioDeContacto } from '#tramites/medio-de-contacto/register-medio-de-contacto.ts';
import { addRenovaciones } from '#tramites/registro/add-renovaciones.ts';
import { makeTempDir } from '../efirma/autoridad-de-prueba.ts';
import { createEscenario } from '../escenario.ts';
import { unpackEvidencia } from '../evidencia.ts';
import { testDb } from '../test-db.ts';
import { verifyBy } from './make-token.ts';
import type { TsaDe } from './tsa-de-otro-tiempo.ts';

const DAY = 86_400_000;
export const YEAR = 365.25 * DAY;

/** A portal that has no TSA yet, whose titular has come in, and that is walked through years in seconds. */
export async function openPortalPorAnios(deConfianza: TsaDe[]) {
  const escenario = await createEscenario(await testDb());
  const { ctx, db } = escenario;
  const inicio = ctx.now().getTime();
  ctx.verifySelloDeTiempo = verifyBy(...deConfianza.map(({ raiz }) => raiz));
  const titular = await escenario.enter();
  const bin = makeTempDir();

  async function register(valor: string): Promise<string> {
    const medio = { mecanismo: 'CORREO_ELECTRONICO', valor, peticionId: randomUUID() } as const;
    const result = await registerMedioDeContacto({ ...ctx, actor: titular.ctx.actor }, medio);
    if (!result.ok) throw new Error(result.error);
    const { folio } = result.value;
    const { id } = await db.acuse.findUniqueOrThrow({ where: { folio_tipo: { folio, tipo: 'REGISTRO' } } });
    await printAcuse({ ...ctx, renderAcuse, esDemo: true }, id);
    return folio;
  }

  return {
    ctx,
    db,
    inicio,
    register,
    useTsa(tsa: TsaDe | null): void {
      ctx.stampTime = tsa?.stampTimeOf(ctx.verifySelloDeTiempo, ctx.now) ?? null;
    },
    /** Until so many years after the first day. Half of one at a time: the days that no worker saw end are anchored with the next. */
    async walkTo(years: number): Promise<void> {
      while (ctx.now().getTime() - inicio < years * YEAR) {
        escenario.advance(182 * DAY);
        await chainBitacora(ctx);
        await addRenovaciones(ctx);
        await anchorBitacora(ctx);
        await stampAnclas(ctx);
      }
    },
    async unpack(folio: string): Promise<string> {
      const { dir } = await unpackEvidencia(ctx, titular.ctx.actor.titularId, folio, 'REGISTRO');
      copyFileSync('public/verificar.sh', join(dir, 'verificar.sh'));
      return dir;
    },
    /** By openssl and the script alone, with `date` at the hour of the test. */
    verify(dir: string, at = ctx.now()) {
      writeFileSync(join(bin, 'date'), `#!/bin/sh\necho ${Math.floor(at.getTime() / 1000)}\n`);
      chmodSync(join(bin, 'date'), 0o755);
      const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` };
      const { status, stdout, stderr } = spawnSync('sh', [join(dir, 'verificar.sh')], { encoding: 'utf8', env });
      return { status, said: stdout + stderr };
    },
  };
}
