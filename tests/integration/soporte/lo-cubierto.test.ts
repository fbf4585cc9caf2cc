import { expect, it } from 'vitest';
import { buildIdDeMensaje } from '#tramites/aviso/id-de-mensaje.ts';
import { sendAviso } from '#tramites/aviso/send-aviso.ts';
import { removeRegistrosDeMedio } from '#tramites/medio-de-contacto/remove-registros-de-medio.ts';
import { consultFolio } from '#tramites/soporte/consult-folio.ts';
import { presentar } from '../../support/aclaraciones.ts';
import { activar } from '../../support/activar.ts';
import { createEscenario, enterSoporte } from '../../support/escenario.ts';
import { addRegistros } from '../../support/padron.ts';
import { recordRebote } from '../../support/rebotes/record-rebote.ts';
import { registerForRegistros } from '../../support/registros.ts';
import { designar } from '../../support/representar.ts';
import { contextoDeEnvio, RFC_DE_SOPORTE } from '../../support/soporte.ts';
import { testDb } from '../../support/test-db.ts';

const CORREO = 'ana.gomez@correo.example';

it('a folio of whatever kind holds nothing of anybody while it is covered, whatever became of it', async () => {
  const escenario = await createEscenario(await testDb());
  const titular = await escenario.enter();
  const { ctx } = await enterSoporte(escenario, 'CONSULTA', RFC_DE_SOPORTE.CONSULTA);
  const [primero = '', segundo = ''] = await addRegistros(escenario.db, titular.ctx.actor.titularId, 2);
  const ofRegistros = await registerForRegistros(titular, CORREO, 'todos');
  if (!ofRegistros.ok) throw new Error(ofRegistros.error);
  escenario.advance(1000);
  const baja = await removeRegistrosDeMedio(titular.ctx, { folio: ofRegistros.value.folio, numeros: [primero] });
  if (!baja.ok) throw new Error(baja.error);
  const solicitud = await activar(titular);
  const representante = await escenario.enter('XIQB891116QE4');
  const medio = await escenario.db.medioDeContacto.findFirstOrThrow({ where: { valor: 'ana@correo.example' } });
  const { id } = await escenario.db.aviso.findFirstOrThrow({ where: { destino: 'ana@correo.example' } });
  const sent = contextoDeEnvio(escenario.ctx, () => ({ aceptado: true, respuesta: '250', idDelProveedor: 'a' }));
  await sendAviso(sent, id, { isLast: false });
  await recordRebote(escenario.ctx, {
    idDeMensaje: buildIdDeMensaje(titular.ctx.claves, titular.ctx.claves.idVigente, id),
    codigo: '5.1.1',
    diagnostico: '550 5.1.1 <ana@correo.example> no such user',
  });
  const folios = [medio.folio, ofRegistros.value.folio, baja.value.folio, solicitud, await presentar(titular)];
  const designacion = await designar(titular, representante, { registros: segundo });
  const told = await Promise.all(
    [...folios, designacion].map((folio) => consultFolio(ctx, folio, { isCubierto: true })),
  );
  expect(told.map((leido) => leido?.asunto.tipo)).toEqual([
    'MEDIO',
    'MEDIO',
    'BAJA_DE_REGISTROS',
    'SOLICITUD',
    'ACLARACION',
    'REPRESENTACION',
  ]);
  expect(told[0]?.asunto).toMatchObject({ rebote: { motivo: '5.1.1' } });
  const people = [titular, representante].flatMap(({ ctx: { actor } }) => [actor.rfc, actor.nombre]);
  for (const dato of [...people, CORREO, 'ana@correo.example', '5512345678'])
    expect(JSON.stringify(told)).not.toContain(dato);
});
