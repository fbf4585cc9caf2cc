import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { FallaDeAcuse } from '#domain/acuse/falla-de-acuse.ts';
import { parseFolio } from '#domain/folio.ts';
import { buildCms } from '#infra/firma/build-cms.ts';
import { renderAcuse } from '#infra/pdf/render-acuse.ts';
import { collectEvidencia } from '#tramites/acuse/collect-evidencia.ts';
import { downloadAcuse } from '#tramites/acuse/download-acuse.ts';
import { findAcusePropio } from '#tramites/acuse/find-acuse-verificable.ts';
import { listAcuses } from '#tramites/acuse/list-acuses.ts';
import { verifyAcuse } from '#tramites/acuse/verify-acuse.ts';
import { presentar, responder } from '../../support/aclaraciones.ts';
import { alterarDatos } from '../../support/alterar-datos.ts';
import { makePdf } from '../../support/archivos.ts';
import { makeTempDir } from '../../support/efirma/autoridad-de-prueba.ts';
import { hasOpenssl } from '../../support/efirma/openssl-ocsp.ts';
import { createEscenario, type Escenario, enterSoporte, type Titular } from '../../support/escenario.ts';
import { testDb } from '../../support/test-db.ts';

const adjunto = { nombre: 'captura.pdf', contenido: makePdf() };

let escenario: Escenario;
let titular: Titular;
let folio: string;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter();
  folio = await presentar(titular, { texto: 'No me llega | el correo.\n\nAyuda.', adjunto });
});

async function find() {
  const parsed = parseFolio(folio);
  const { titularId } = titular.ctx.actor;
  const acuse = parsed.ok && (await findAcusePropio(escenario.ctx, titularId, parsed.value, 'ACLARACION'));
  if (!acuse) throw new Error('not found');
  return acuse;
}
const verify = async () => verifyAcuse(escenario.ctx, await find(), null);

describe('the acuse of an aclaración', () => {
  it('is in the list of acuses and has its PDF', async () => {
    expect(await listAcuses(titular.ctx)).toMatchObject([{ folio, tipo: 'ACLARACION' }]);
    const descarga = await downloadAcuse({ ...titular.ctx, renderAcuse, esDemo: true }, folio, 'ACLARACION');
    expect(descarga?.situacion === 'LISTO' && descarga.pdf.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('is verified with the state of today', async () => {
    expect(await verify()).toMatchObject({ fallas: [], estadoActual: { de: 'ACLARACION', estado: 'PRESENTADA' } });
    await responder((await enterSoporte(escenario, 'ATENCION', 'LOVC900412QX8')).ctx, folio);
    expect(await verify()).toMatchObject({ fallas: [], estadoActual: { estado: 'RESPONDIDA' } });
  });

  it('is verified where no file came with it', async () => {
    folio = await presentar(titular);
    expect((await verify()).fallas).toEqual([]);
  });

  it.each<[string, FallaDeAcuse[]]>([
    ["UPDATE mensaje_de_aclaracion SET texto = 'otra cosa'", ['PLANTEAMIENTO_DISTINTO']],
    ["UPDATE acuse SET datos = jsonb_set(datos, '{texto}', '\"otra cosa\"')", ['PLANTEAMIENTO_DISTINTO']],
    ['DELETE FROM mensaje_de_aclaracion', ['ACLARACION_DISTINTA', 'PLANTEAMIENTO_DISTINTO', 'ADJUNTO_DISTINTO']],
    [
      "UPDATE adjunto_de_mensaje SET contenido = '\\x00', bytes = 1, sha256 = encode(sha256('\\x00'), 'hex')",
      ['ADJUNTO_DISTINTO'],
    ],
    ['DELETE FROM adjunto_de_mensaje', ['ADJUNTO_DISTINTO']],
    ["UPDATE acuse SET datos = jsonb_set(datos, '{asunto}', '\"OTRO\"')", ['CADENA_DISTINTA', 'ACLARACION_DISTINTA']],
  ])('does not hold after: %s', async (statement, fallas) => {
    await alterarDatos(statement);
    expect((await verify()).fallas).toEqual(fallas);
  });

  it.skipIf(!hasOpenssl)(
    'has evidence whose commands all work, with the text and without the file (skipped without openssl)',
    async () => {
      const archivos = await collectEvidencia({ ...escenario.ctx, buildCms }, await find(), { isCompleta: true });
      expect([...archivos.keys()].sort()).toEqual([
        'LEEME.txt',
        'cadena-original.txt',
        'certificado-del-sello.pem',
        'planteamiento.txt',
        'sello.sig',
      ]);
      const dir = join(makeTempDir(), folio);
      mkdirSync(dir);
      for (const [name, content] of archivos) writeFileSync(join(dir, name), content);
      writeFileSync(join(dir, 'adjunto'), adjunto.contenido);
      const leeme = new TextDecoder().decode(archivos.get('LEEME.txt'));
      const comandos = leeme.split('\n').flatMap((line) => /^ {4}(\S.*)$/.exec(line)?.[1] ?? []);
      const ran = comandos.map((comando) => spawnSync('sh', ['-c', comando], { cwd: dir, encoding: 'utf8' }));
      expect(ran.map(({ status }) => status)).toEqual(comandos.map(() => 0));
      const output = ran.map(({ stdout }) => stdout).join('\n');
      const hashes = [...leeme.matchAll(/Debe terminar en ([0-9a-f]{64})/g)].map(([, hash]) => hash);
      expect(hashes).toHaveLength(2);
      for (const hash of hashes) expect(output).toContain(`= ${hash}`);
    },
  );
});
