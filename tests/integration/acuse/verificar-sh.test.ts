import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startOcspResponder } from '#demo/autoridad/start-ocsp-responder.ts';
import type { TipoDeAcuse } from '#domain/acuse/tipo-de-acuse.ts';
import { consultOcsp } from '#infra/ocsp/consult-ocsp.ts';
import { renderAcuse } from '#infra/pdf/render-acuse.ts';
import { printAcuse } from '#tramites/acuse/print-acuse.ts';
import { chainBitacora } from '#tramites/bitacora/chain-bitacora.ts';
import { presentar } from '../../support/aclaraciones.ts';
import { activar } from '../../support/activar.ts';
import { makeTempDir } from '../../support/efirma/autoridad-de-prueba.ts';
import { hasOpenssl } from '../../support/efirma/openssl-ocsp.ts';
import { enviar } from '../../support/enviar.ts';
import { createEscenario, type Escenario, type Titular } from '../../support/escenario.ts';
import { unpackEvidencia } from '../../support/evidencia.ts';
import { addRegistros } from '../../support/padron.ts';
import { registerForRegistros } from '../../support/registros.ts';
import { testDb } from '../../support/test-db.ts';
import { type OpensslTsa, startOpensslTsa } from '../../support/tsa/openssl-tsa.ts';
import { withTsa } from '../../support/tsa/with-tsa.ts';

const SCRIPT = 'public/verificar.sh';

let escenario: Escenario;
let tsa: OpensslTsa;
let closeOcsp: () => Promise<void>;
/** The evidence of the acuses of two titulares, by the tipo of each. */
const evidencia: Partial<Record<TipoDeAcuse, { suya: string; ajena: string }>> = {};

beforeAll(async () => {
  if (!hasOpenssl) return;
  escenario = await createEscenario(await testDb());
  const { autoridad, ctx } = escenario;
  const now = ctx.now;
  const responder = await startOcspResponder({
    autoridad: { ac: autoridad.ac.cer, ocsp: autoridad.ocsp },
    estadoDe: () => 'BUENO',
    now,
  });
  closeOcsp = responder.close;
  tsa = await startOpensslTsa();
  ctx.consultOcsp = ({ der, emisor }) =>
    consultOcsp({ url: responder.url, certificado: der, emisor, now: now(), timeoutMs: 5_000 });
  const uno = await act(await escenario.enter());
  const otro = await act(await escenario.enter('XIQB891116QE4'));
  await chainBitacora(ctx);
  for (const tipo of ['REGISTRO', 'SOLICITUD', 'ACLARACION'] as const)
    evidencia[tipo] = { suya: await unpack(uno, tipo), ajena: await unpack(otro, tipo) };
});
afterAll(async () => {
  await closeOcsp?.();
  await tsa?.close();
});

let veces = 0;

async function act(titular: Titular) {
  await addRegistros(escenario.db, titular.ctx.actor.titularId, 2 + veces++, { desde: veces * 10 });
  const folios = {
    SOLICITUD: await activar(titular),
    ACLARACION: await presentar(titular, { texto: `No llega ${veces}.` }),
  };
  const medio = await registerForRegistros(titular, `nomina${veces}@correo.example`, 'todos');
  if (!medio.ok) throw new Error(medio.error);
  const { id } = await escenario.db.aviso.findFirstOrThrow({ where: { folio: medio.value.folio } });
  await enviar(escenario.ctx, id);
  return { titular, folios: { ...folios, REGISTRO: medio.value.folio } };
}

async function unpack(
  { titular, folios }: Awaited<ReturnType<typeof act>>,
  tipo: 'REGISTRO' | 'SOLICITUD' | 'ACLARACION',
) {
  const folio = folios[tipo];
  const { id } = await escenario.db.acuse.findUniqueOrThrow({ where: { folio_tipo: { folio, tipo } } });
  const ctx = tipo === 'SOLICITUD' ? withTsa(escenario.ctx, tsa.url) : escenario.ctx;
  await printAcuse({ ...ctx, renderAcuse, esDemo: true }, id);
  const { dir } = await unpackEvidencia(ctx, titular.ctx.actor.titularId, folio, tipo);
  copyFileSync(SCRIPT, join(dir, 'verificar.sh'));
  return dir;
}

function run(dir: string) {
  const { status, stdout, stderr } = spawnSync('sh', [join(dir, 'verificar.sh')], { encoding: 'utf8' });
  return { status, said: stdout + stderr };
}

/** A copy of the evidence with one file as somebody would have it. */
function withFile(dir: string, name: string, content: Uint8Array | null): string {
  const copia = mkdtempSync(join(makeTempDir(), 'copia-'));
  cpSync(dir, copia, { recursive: true });
  if (content === null) rmSync(join(copia, name));
  else writeFileSync(join(copia, name), content);
  return copia;
}

it('has sixty lines at most', () => {
  expect(readFileSync(SCRIPT, 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(60);
});

/** The same for both: whoever swaps them changes nothing. What only says where it comes from is of nobody. */
const IGUALES = ['autoridad.pem', 'autoridades.pem', 'autoridad-de-tiempo.pem', 'registro-llaves.txt', 'verificar.sh'];

describe.skipIf(!hasOpenssl).each(['REGISTRO', 'SOLICITUD', 'ACLARACION'] as const)(
  'the script, of %s (skipped without openssl)',
  (tipo) => {
    it('says what was signed, by whom, when it was valid, and sealed by whom', () => {
      const { suya, ajena } = evidencia[tipo] as { suya: string; ajena: string };
      for (const dir of [suya, ajena]) {
        const { status, said } = run(dir);
        expect(said).toMatch(/^El acuse BI-\S+ \(«.+»\) es del RFC /);
        expect(said).toContain('Está en el registro público localhost:3000/registro');
        expect(said).toContain('El PDF no ha cambiado desde que se selló.');
        if (tipo === 'SOLICITUD') expect(said).toMatch(/Lo firmó la e\.firma \d{20} .* no estaba revocada/);
        if (tipo === 'SOLICITUD') expect(said).toContain('Un tercero vio el PDF');
        if (tipo === 'REGISTRO')
          expect(said).toMatch(/El mensaje \S+ a nomina\d@correo\.example: Aceptado por el proveedor, /);
        expect(said).toMatch(/Todo se sostiene\..*\n$/);
        expect(status).toBe(0);
      }
    });

    it('refuses each file of another titular, and each forged one', { timeout: 900_000 }, () => {
      const { suya, ajena } = evidencia[tipo] as { suya: string; ajena: string };
      for (const name of readdirSync(suya).filter((each) => !IGUALES.includes(each))) {
        const [own, other] = [suya, ajena].map((dir) => readFileSync(join(dir, name))) as [Buffer, Buffer];
        const isSame = own.equals(other);
        expect
          .soft(isSame, `${name} is of nobody in particular`)
          .toBe(/^certificado-del-(?!firmante)|^texto-de-la-|^entrega-1-1\.pem/.test(name));
        if (!isSame) expect.soft(run(withFile(suya, name, other)).status, `${name} of another`).toBe(1);
        if (tipo !== 'SOLICITUD' || name === 'LEEME.txt') continue;
        const forged = Buffer.from(own);
        // Halfway through a token stands the certificate of its authority, which the one beside it makes needless.
        const at = name === 'sello-de-tiempo.der' ? forged.length - 20 : forged.length >> 1;
        forged.writeUInt8(forged.readUInt8(at) ^ 1, at);
        expect.soft(run(withFile(suya, name, forged)).status, `${name} forged`).toBe(1);
      }
    });

    it('refuses a solicitud without what the sello covers', () => {
      if (tipo !== 'SOLICITUD') return;
      const { suya } = evidencia[tipo] as { suya: string };
      for (const name of [
        'cadena-original.txt',
        'sello.sig',
        'texto-de-la-solicitud.txt',
        'solicitud.sig',
        'registro-hecho.txt',
      ])
        expect.soft(run(withFile(suya, name, null)).status, name).toBe(1);
    });
  },
);
