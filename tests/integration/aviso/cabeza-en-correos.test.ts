import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { compareCabezas } from '#cli/cabezas-guardadas.ts';
import type { ContextoDeEnvio } from '#tramites/aviso/compose-mensaje.ts';
import { listComunicados } from '#tramites/aviso/list-comunicados.ts';
import { sendAviso } from '#tramites/aviso/send-aviso.ts';
import { chainBitacora } from '#tramites/bitacora/chain-bitacora.ts';
import { validateCorreo } from '#tramites/medio-de-contacto/validate-correo.ts';
import { storeCabeza } from '#tramites/registro/cabezas.ts';
import { textoEnviado } from '#wording/aviso/contenido.ts';
import { activar } from '../../support/activar.ts';
import { alterarDatos } from '../../support/alterar-datos.ts';
import { makeTempDir } from '../../support/efirma/autoridad-de-prueba.ts';
import { createEscenario, type Escenario, type Titular } from '../../support/escenario.ts';
import { registrar, tokenDe } from '../../support/soporte.ts';
import { testDb } from '../../support/test-db.ts';

let escenario: Escenario;
let titular: Titular;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter();
});

/** Sends what waits of that tipo, and gives the text that left. */
async function send(tipo: 'CORREO_VALIDADO' | 'BUZON_ACTIVADO'): Promise<string> {
  const { id } = await escenario.db.aviso.findFirstOrThrow({ where: { tipo } });
  let sent = '';
  const correo: ContextoDeEnvio['correo'] = {
    send: async ({ contenido }) => {
      sent = textoEnviado(contenido);
      return { aceptado: true, respuesta: '250 Ok', idDelProveedor: randomUUID() };
    },
    close: () => undefined,
  };
  await sendAviso({ ...escenario.ctx, correo, sms: undefined as never, esDemo: false }, id, { isLast: false });
  return sent;
}

async function validar(): Promise<void> {
  const token = await tokenDe(titular, await registrar(titular, 'nueva@correo.example'));
  expect(await validateCorreo(titular.ctx, token)).toMatchObject({ ok: true });
}

const redaccion = async (tipo: string) => {
  const { comunicados } = await listComunicados({ ...titular.ctx, esDemo: false }, null);
  return comunicados.find((cada) => cada.tipo === tipo)?.redaccion;
};

it.each([
  ['CORREO_VALIDADO', validar],
  ['BUZON_ACTIVADO', () => activar(titular)],
] as const)(
  '%s carries the latest signed head that was kept, as whoever keeps it can compare it',
  async (tipo, act) => {
    await chainBitacora(escenario.ctx);
    await storeCabeza(escenario.ctx);
    escenario.advance(600_000);
    await act();
    const sent = await send(tipo);
    const cabeza = await escenario.db.cabezaDeRegistro.findFirstOrThrow();
    const raiz = Buffer.from(cabeza.raiz, 'hex').toString('base64');
    expect(sent).toContain(`registro público de hechos localhost:3000/registro, que era ${cabeza.tamano}:${raiz}`);
    expect(sent).toContain('<http://localhost:3000/registro>');

    const kept = join(makeTempDir(), 'correo.txt');
    writeFileSync(kept, sent);
    await chainBitacora(escenario.ctx);
    expect(await compareCabezas(escenario.db, kept)).toEqual({ faltan: 0, distintas: [] });
    writeFileSync(kept, sent.replace(raiz, `${'A'.repeat(43)}=`));
    expect(await compareCabezas(escenario.db, kept)).toMatchObject({ distintas: [Number(cabeza.tamano)] });

    // Later heads do not change what it said; a head that was changed does not go unseen.
    escenario.advance(2 * 3_600_000);
    await storeCabeza(escenario.ctx);
    expect(await escenario.db.cabezaDeRegistro.count()).toBe(2);
    expect(await redaccion(tipo)).toBe('LA_ENVIADA');
    await alterarDatos(`UPDATE cabeza_de_registro SET nota = replace(nota, '${raiz}', '${'A'.repeat(43)}=')`);
    expect(await redaccion(tipo)).toBe('OTROS_DATOS');
  },
);

it('says nothing of the log while it has no head', async () => {
  await activar(titular);
  expect(await send('BUZON_ACTIVADO')).not.toContain('cabeza');
  expect(await redaccion('BUZON_ACTIVADO')).toBe('LA_ENVIADA');
});
