import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { recordEntrega } from '#tramites/aviso/apply-reporte.ts';
import { buildIdDeMensaje } from '#tramites/aviso/id-de-mensaje.ts';
import { sendAviso } from '#tramites/aviso/send-aviso.ts';
import { presentar } from '../../support/aclaraciones.ts';
import { activar } from '../../support/activar.ts';
import { createEscenario, type Escenario, type Titular } from '../../support/escenario.ts';
import { recordRebote } from '../../support/rebotes/record-rebote.ts';
import { contextoDeEnvio, registrar } from '../../support/soporte.ts';
import { testDb } from '../../support/test-db.ts';

/** What pg says, once in a process, of a connection that is asked while it answers; its next version refuses it. */
const warnings: string[] = [];
const listen = ({ message }: Error) => warnings.push(message);
beforeAll(() => process.on('warning', listen));
afterAll(() => process.off('warning', listen));

let escenario: Escenario;
let titular: Titular;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter();
});

async function sendAll(): Promise<{ id: string; mecanismo: string }[]> {
  const avisos = await escenario.db.aviso.findMany({ select: { id: true, mecanismo: true } });
  for (const { id } of avisos) {
    const accept = () => ({ aceptado: true, respuesta: '250 Ok', idDelProveedor: id }) as const;
    await sendAviso(contextoDeEnvio(escenario.ctx, accept), id, { isLast: false });
  }
  return avisos;
}

it('no transaction asks its connection two things at once: to sign, to send, to note a bounce or a delivery', async () => {
  await registrar(await escenario.enter('LOVC900412QX8'), '5598765432');
  await activar(titular);
  await presentar(titular);
  const { claves } = escenario.ctx;
  for (const { id, mecanismo } of await sendAll()) {
    const idDeMensaje = buildIdDeMensaje(claves, claves.idVigente, id);
    if (mecanismo === 'TELEFONO') await recordEntrega(escenario.ctx, id, { estado: 'delivered', codigo: '' });
    else await recordRebote(escenario.ctx, { idDeMensaje, codigo: '5.1.1', diagnostico: '' });
  }
  const moved = await escenario.db.aviso.groupBy({ by: ['estado'] });
  expect(moved.map(({ estado }) => estado).sort()).toEqual(['ENTREGADO', 'REBOTADO']);
  expect(warnings.filter((warning) => warning.includes('client.query()'))).toEqual([]);
});
