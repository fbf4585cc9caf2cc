import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeEach, describe, expect, it } from 'vitest';
import { readFalla } from '#infra/db/falla.ts';
import { recordInforme } from '#tramites/aviso/import-rebotes.ts';
import { collectConstancias, findEntregado, issueConstancias } from '#tramites/entrega/collect-constancias.ts';
import { alterarDatos } from '../../support/alterar-datos.ts';
import { hasOpenssl } from '../../support/efirma/openssl-ocsp.ts';
import { enviar } from '../../support/enviar.ts';
import { createEscenario, type Escenario, type Titular } from '../../support/escenario.ts';
import { runLeeme, unpackEvidencia } from '../../support/evidencia.ts';
import { registrar } from '../../support/soporte.ts';
import { testDb } from '../../support/test-db.ts';

const CORREO = 'ana@correo.example';
let escenario: Escenario;
let titular: Titular;
let folio: string;
let avisoId: string;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter();
  folio = await registrar(titular, CORREO);
  ({ id: avisoId } = await escenario.db.aviso.findFirstOrThrow({ where: { folio } }));
});

const send = () => enviar(escenario.ctx, avisoId);
const bounce = () =>
  recordInforme(
    escenario.ctx,
    { id: avisoId, por: 'FIRMA' },
    { accion: 'failed', codigo: '5.1.1', diagnostico: '550 no such user' },
  );

const unpack = (isCompleta = true) =>
  unpackEvidencia(escenario.ctx, titular.ctx.actor.titularId, folio, 'REGISTRO', isCompleta);
const entregas = (names: readonly string[]) => names.filter((name) => name.startsWith('entrega-'));

const failing = async () => {
  throw Object.assign(new Error('no answer'), { code: 'SIN_SELLO' });
};

describe('what became of a message, under the sello', () => {
  it('says to which address it went, when, what was answered, and vouches for its text', async () => {
    await send();
    const { dir, names } = await unpack();
    expect(entregas(names)).toEqual(['entrega-1-1.pem', 'entrega-1-1.sig', 'entrega-1-1.txt']);
    const cadena = readFileSync(join(dir, 'entrega-1-1.txt'), 'utf8');
    const { hmac } = await escenario.db.intentoDeEnvio.findFirstOrThrow();
    for (const par of [
      'Tipo de trámite:Constancia de Entrega',
      `Folio del trámite:${folio}`,
      `RFC:${titular.ctx.actor.rfc}`,
      `Mensaje:${avisoId}`,
      `Correo electrónico:${CORREO}`,
      'Entrega:Aceptado por el proveedor',
      'Intento 1, respuesta:250 2.0.0 Ok: queued as 4F1A',
      `Intento 1, HMAC-SHA256 del texto:${Buffer.from(hmac ?? []).toString('hex')}`,
    ])
      expect(cadena).toContain(`|${par}|`);
    // The text itself has the link.
    expect(cadena).not.toContain('/validar/correo/');
  });

  it('of one that waits and was never tried there is none', async () => {
    expect(entregas((await unpack()).names)).toEqual([]);
  });

  it('a later report gives another, and the earlier stands as it was sealed', async () => {
    await send();
    const first = await unpack();
    escenario.advance(60_000);
    await bounce();
    const second = await unpack();
    await unpack();
    expect(await escenario.db.constanciaDeEntrega.count()).toBe(2);
    expect(entregas(second.names).filter((name) => name.endsWith('.txt'))).toEqual([
      'entrega-1-1.txt',
      'entrega-1-2.txt',
    ]);
    for (const name of entregas(first.names))
      expect(readFileSync(join(second.dir, name)).equals(readFileSync(join(first.dir, name)))).toBe(true);
    const cadena = readFileSync(join(second.dir, 'entrega-1-2.txt'), 'utf8');
    expect(cadena).toContain('|Entrega:Devuelto|');
    expect(cadena).toMatch(
      /\|Informe 1, de:Servidor de correo\|Informe 1, estado:failed\|Informe 1, código:5\.1\.1\|Informe 1, detalle:550 no such user\|\|$/,
    );
    await expect(escenario.db.$executeRaw`DELETE FROM constancia_de_entrega`).rejects.toThrow('append-only');
  });

  it('two who download at once get one, and what changed behind the portal’s back gives another', async () => {
    await send();
    await Promise.all([unpack(), unpack(), unpack()]);
    expect(await escenario.db.constanciaDeEntrega.count()).toBe(1);
    await alterarDatos("UPDATE aviso SET destino = 'otra@correo.example'");
    expect(entregas((await unpack()).names)).toContain('entrega-1-2.txt');
  });

  it('is never given to whoever only holds the check value', async () => {
    await send();
    await unpack();
    expect(entregas((await unpack(false)).names)).toEqual([]);
  });

  it('of each message its titular gets its own, also of one without an acuse, and nobody else does', async () => {
    expect(await collectConstancias(titular.ctx, avisoId)).toBeNull();
    expect(await findEntregado(titular.ctx, avisoId)).toBeNull();
    await send();
    expect([...((await collectConstancias(titular.ctx, avisoId)) ?? []).keys()]).toEqual([
      'entrega-1-1.txt',
      'entrega-1-1.sig',
      'entrega-1-1.pem',
    ]);
    const otro = await escenario.enter('XIQB891116QE4');
    expect(await collectConstancias(otro.ctx, avisoId)).toBeNull();
    expect(await escenario.db.bitacora.count({ where: { evento: 'CONSTANCIA_DESCARGADA', folio } })).toBe(1);
  });

  it('is told to be without a seal, and not without a message, while none can be had', async () => {
    await send();
    const ctx = { ...titular.ctx, sello: { ...titular.ctx.sello, sign: failing } };
    expect(await collectConstancias(ctx, avisoId).catch(readFalla)).toBe('SIN_SELLO');
    expect(await escenario.db.bitacora.count({ where: { evento: 'CONSTANCIA_DESCARGADA' } })).toBe(0);
  });

  it('asks for the seal while no transaction is open, and does without one that fails', async () => {
    await send();
    const { sello } = escenario.ctx;
    let open = -1;
    const sign: typeof sello.sign = async (bytes) => {
      const [row] = await escenario.db.$queryRaw<[{ open: number }]>`
        SELECT count(*)::int AS open FROM pg_stat_activity
        WHERE datname = current_database() AND state = 'idle in transaction'`;
      open = row.open;
      return sello.sign(bytes);
    };
    await issueConstancias({ ...escenario.ctx, sello: { ...sello, sign, isDeFuera: true } }, { folio });
    expect(open).toBe(0);
    await bounce();
    const rest = await issueConstancias({ ...escenario.ctx, sello: { ...sello, sign: failing } }, { folio });
    expect(rest.map(({ numero }) => numero)).toEqual([1]);
  });

  it.skipIf(!hasOpenssl)(
    'openssl alone verifies each, and the script refuses another’s (skipped without openssl)',
    async () => {
      await send();
      await bounce();
      const { dir } = await unpack();
      const ran = runLeeme(dir).find(({ comando }) => comando.includes('entrega-'));
      expect(ran).toMatchObject({ status: 0, salida: 'Verified OK\n' });
      writeFileSync(join(dir, 'verificar.sh'), readFileSync('public/verificar.sh'));
      const run = () => promisify(execFile)('sh', ['verificar.sh'], { cwd: dir });
      const { stdout } = await run();
      expect(stdout).toContain(`El mensaje ${avisoId} a ${CORREO}: Devuelto, según constancia del `);
      const cadena = readFileSync(join(dir, 'entrega-1-1.txt'), 'utf8');
      writeFileSync(join(dir, 'entrega-1-1.txt'), cadena.replace(CORREO, 'otra@correo.example'));
      await expect(run()).rejects.toThrow('entrega-1-1.txt no es lo que se selló');
    },
  );
});
